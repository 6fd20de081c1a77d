using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Dolibarr.Tests;

/// <summary>Versions below the floor are refused by name; unknown ones are warned of.</summary>
public sealed class VersionTests
{
    [Fact]
    public async Task Version_below_the_floor_is_refused_by_name()
    {
        await using var provider = Provider("16.0.5");
        var open = await FluentActions.Invoking(() => provider.GetRequiredKeyedService<Connector>("erp").Get<IConnection>().OpenAsync(CancellationToken.None)).Should().ThrowAsync<ConnectorException>();
        open.Which.Problem.Code.Should().Be("dolibarr.version-refused");
        open.Which.Problem.Message.Should().Contain("16.0.5").And.Contain("17");
    }

    [Theory]
    [InlineData("25.0.1", "dolibarr.version-untested")]
    [InlineData("my-fork", "dolibarr.version-unknown")]
    public async Task Version_that_was_not_tried_is_a_warning(string version, string code)
    {
        await using var provider = Provider(version);
        var findings = await provider.GetRequiredKeyedService<Connector>("erp").Get<IProbe>().ProbeAsync([], CancellationToken.None);
        findings.Should().Contain(finding => finding.Code == code && finding.Severity == FindingSeverity.Warning && finding.Message.Contains(version));
    }

    private static ServiceProvider Provider(string version)
    {
        var builder = new TestBuilder();
        builder.AddDolibarr("erp", options => (options.BaseAddress, options.ApiKey, options.Currency) = (new Uri("https://erp.example/"), "a-key-1234", "EUR"));
        builder.Services.AddHttpClient("ErpSync:erp").ConfigurePrimaryHttpMessageHandler(() => new OneVersion(version));
        return builder.Collection.BuildServiceProvider();
    }

    private sealed class OneVersion(string version) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var isStatus = request.RequestUri!.AbsolutePath.EndsWith("/status", StringComparison.Ordinal);
            var body = isStatus ? """{"success":{"code":200,"dolibarr_version":"VERSION"}}""".Replace("VERSION", version, StringComparison.Ordinal) : """{"error":{"code":403,"message":"Forbidden"}}""";
            return Task.FromResult(new HttpResponseMessage(isStatus ? HttpStatusCode.OK : HttpStatusCode.Forbidden) { Content = new StringContent(body, Encoding.UTF8, "application/json"), RequestMessage = request });
        }
    }
}
