using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ErpSync.PrestaShop.Tests;

public sealed class PrestaShopOptionsTests
{
    [Theory]
    [InlineData("https://shop.example", "https://shop.example/")]
    [InlineData("https://shop.example/api", "https://shop.example/")]
    [InlineData("https://shop.example:8443/store/api/", "https://shop.example:8443/store/")]
    public void The_address_may_end_with_api(string given, string root) => PrestaShopAddress.ShopRoot(new Uri(given)).Should().Be(new Uri(root));

    [Theory]
    [InlineData("short", "5 characters")]
    [InlineData("", "ApiKey is missing")]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZ12345!", "letters and digits")]
    public void A_malformed_key_is_refused_without_being_shown(string key, string message)
    {
        var fault = Faults(options => options.ApiKey = key).Should().ContainSingle().Subject;

        fault.Should().StartWith("Connection 'shop': ").And.Contain(message);
        if (key.Length > 0)
            fault.Should().NotContain(key);
    }

    [Fact]
    public void Settings_out_of_range_are_refused_one_by_one()
    {
        var faults = Faults(options =>
        {
            options.ShopId = 0;
            options.TaxCountry = "FRA";
            options.PageSize = 0;
            options.WriteBatch = 501;
            options.StockBatch = 0;
            options.CustomFields.Add("price");
            options.CustomFields.Add("Not a column");
        });

        faults.Should().HaveCount(7);
    }

    [Fact]
    public void Plain_http_to_another_machine_needs_consent()
    {
        var builder = new OneConnectorBuilder();
        builder.AddPrestaShop("shop", options =>
        {
            options.BaseAddress = new Uri("http://shop.example/");
            options.ApiKey = new string('A', 32);
        });
        using var services = builder.Services.BuildServiceProvider();

        services.Invoking(provider => provider.GetRequiredKeyedService<Connector>("shop")).Should().Throw<OptionsValidationException>().WithMessage("*plain http*");
    }

    [Fact]
    public void The_key_is_in_no_message()
    {
        var options = new PrestaShopOptions { ApiKey = new string('A', 32) };

        new PrestaShopOptionsValidator("shop").Validate("shop", options).FailureMessage.Should().NotContain(options.ApiKey).And.Contain("BaseAddress is missing");
    }

    private static List<string> Faults(Action<PrestaShopOptions> configure)
    {
        var options = new PrestaShopOptions { BaseAddress = new Uri("https://shop.example/"), ApiKey = new string('A', 32) };
        configure(options);
        return [.. new PrestaShopOptionsValidator("shop").Validate("shop", options).Failures ?? []];
    }
}
