using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ErpSync.Dolibarr;
using ErpSync.Sandbox;
using ErpSync.WooCommerce;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Recipes.Tests.WpShop;

/// <summary>Section 1: the shape. The ERP leads, both sides are checked, and a failed request says nothing of records.</summary>
public sealed class WpShopShapeTests
{
    [Fact]
    public async Task WpShop_1_1_Erp_leads_where_both_edited_the_same_field_and_the_shop_s_value_is_in_the_journal()
    {
        await using var world = await WpShopWorld.SettledAsync();
        world.PriceShop("A", 15);
        world.PriceErp("A", 16m);

        await world.RunAsync();

        (world.PriceInShop("A"), world.PriceInErp("A")).Should().Be((16m, 16m));
        (await world.JournalAsync()).Should().Contain(entry => entry.Connection == "woo" && entry.Field == nameof(Product.PriceNet) && entry.Old!.StartsWith("15"));
    }

    [Fact]
    public async Task WpShop_1_1_Nobody_leads_where_the_option_says_so()
    {
        await using var world = await WpShopWorld.SettledAsync(options => options.ErpLeads = false);
        world.PriceShop("A", 15);
        world.PriceErp("A", 16m);

        await world.RunAsync();

        (world.PriceInShop("A"), world.PriceInErp("A")).Should().Be((15m, 16m));
        (await world.ViewAsync("A")).Differences.Should().ContainSingle().Which.Reason.Should().Be(OpenReason.Conflict);
    }

    [Fact]
    public async Task WpShop_1_2_Keys_of_both_sides_are_checked()
    {
        await using var world = await WpShopWorld.StartAsync(more: builder =>
        {
            builder.Services.PostConfigure<WooCommerceOptions>("woo", options => options.ConsumerSecret = "cs_wrong");
            builder.Services.PostConfigure<DolibarrOptions>("erp", options => options.ApiKey = "wrong");
        });

        var findings = await world.Engine.CheckAsync("main");

        findings.Where(finding => finding.Severity == FindingSeverity.Error).Select(finding => finding.Connection).Should().Contain(["woo", "erp"]);
        findings.Should().NotContain(finding => finding.Message.Contains("cs_wrong"));
    }

    [Fact]
    public async Task WpShop_1_3_Address_and_key_of_each_side_are_settings_and_missing_rights_are_named()
    {
        await using var world = await WpShopWorld.StartAsync(more: builder => builder.Services.PostConfigure<WooCommerceOptions>("woo", options => (options.ConsumerKey, options.ConsumerSecret) = ("ck_read", "cs_read")));
        world.Shop.Keys.Add(new WooCommerceKey("ck_read", "cs_read", Writes: false));

        var findings = await world.Engine.CheckAsync("main");

        findings.Should().Contain(finding => finding.Severity == FindingSeverity.Error && finding.Connection == "woo" && finding.Code == "woocommerce.right-missing");
    }

    [Fact]
    public async Task WpShop_1_4_Failed_request_is_not_not_found_and_unlinks_nothing()
    {
        await using var world = await WpShopWorld.SettledAsync();
        var before = await world.Engine.LastKnownAsync("main", EntityKind.Product);
        world.Erp.Faults.Add(new Fault(FaultKind.ErrorBeforeCommit) { Times = int.MaxValue });

        await world.TryRunAsync();

        (await world.Engine.LastKnownAsync("main", EntityKind.Product)).Linked.Should().Be(before.Linked);
        world.Erp.Faults.Clear();
        await world.RunAsync();
        await world.AllGreenAsync();
    }

    [Fact]
    public async Task WpShop_1_5_Certificate_that_nobody_vouches_for_is_refused()
    {
        await using var world = await WpShopWorld.StartAsync();
        using var key = RSA.Create(2048);
        using var own = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        using var certificate = X509CertificateLoader.LoadPkcs12(own.Export(X509ContentType.Pkcs12), null);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var stop = new CancellationTokenSource();
        var server = ServeAsync(listener, certificate, stop.Token);
        world.World.Restart(WpShopWorld.Recipe(more: builder => builder.Services.PostConfigure<DolibarrOptions>("erp", options => options.BaseAddress = new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/"))));

        var findings = await world.Engine.CheckAsync("main");

        await stop.CancelAsync();
        await server;
        findings.Should().Contain(finding => finding.Connection == "erp" && finding.Code == "http.tls-failed");
    }

    private static async Task ServeAsync(TcpListener listener, X509Certificate2 certificate, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stop);
                await using var secure = new SslStream(client.GetStream());
                try
                {
                    await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, stop);
                    _ = await secure.ReadAsync(new byte[1], stop);
                }
                catch (Exception fault) when (fault is IOException or System.Security.Authentication.AuthenticationException)
                {
                    // The client hung up: that is what it is expected to do.
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }
}
