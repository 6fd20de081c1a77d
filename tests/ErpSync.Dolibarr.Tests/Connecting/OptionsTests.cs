using ErpSync.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ErpSync.Dolibarr.Tests;

/// <summary>Settings that cannot work are refused with a sentence that says what to do.</summary>
public sealed class OptionsTests
{
    public static TheoryData<string, string> Faults => new()
    {
        { "address", "BaseAddress is missing" },
        { "key", "ApiKey is missing" },
        { "blank", "ApiKey contains blanks" },
        { "language", "Language 'french'" },
        { "locales", "Locales contains 'fr'" },
        { "twice", "Locales names the language 'fr' twice" },
        { "multilang", "Multilang and Locales belong together" },
        { "currency", "Currency 'EURO'" },
        { "country", "Country 'FRA'" },
        { "zone", "TimeZone 'Mars/Olympus'" },
        { "field", "CustomFields contains 'options_shopid'" },
        { "warehouses", "Warehouses is empty" },
        { "level", "PriceLevel must be 1 to 50" },
        { "page", "PageSize must be 10 to 1,000" },
        { "concurrency", "MaxConcurrency must be 1 to 16" },
        { "timeout", "AttemptTimeout must be" },
        { "entity", "Entity must be 1 or more" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Setting_that_cannot_work_is_refused_with_its_name(string fault, string message)
    {
        var options = Valid();
        Break(options, fault);
        var result = new DolibarrOptionsValidator("erp").Validate("erp", options);
        result.Failed.Should().BeTrue();
        result.FailureMessage.Should().Contain("Connection 'erp'").And.Contain(message).And.NotContain("secret key");
    }

    [Fact]
    public void Valid_settings_pass_and_others_connections_are_left_alone()
    {
        new DolibarrOptionsValidator("erp").Validate("erp", Valid()).Succeeded.Should().BeTrue();
        new DolibarrOptionsValidator("erp").Validate("other", new DolibarrOptions()).Skipped.Should().BeTrue();
    }

    [Fact]
    public void Plain_http_to_another_machine_is_refused()
    {
        var builder = new TestBuilder();
        builder.AddDolibarr("erp", options => (options.BaseAddress, options.ApiKey) = (new Uri("http://erp.example/"), "a-key-1234"));
        using var provider = builder.Collection.BuildServiceProvider();
        FluentActions.Invoking(() => provider.GetRequiredKeyedService<Connector>("erp")).Should().Throw<OptionsValidationException>().WithMessage("*plain http*https*");
    }

    [Fact]
    public void Key_is_a_secret_of_the_connection()
    {
        var builder = new TestBuilder();
        builder.AddDolibarr("erp", options => (options.BaseAddress, options.ApiKey) = (new Uri("https://erp.example/"), "a-key-1234"));
        using var provider = builder.Collection.BuildServiceProvider();
        provider.GetRequiredKeyedService<ConnectionClient>("erp").Secrets.Scrub("x a-key-1234 y").Should().NotContain("a-key-1234");
    }

    [Theory]
    [InlineData("https://erp.example", "https://erp.example/api/index.php/")]
    [InlineData("https://erp.example/dolibarr/", "https://erp.example/dolibarr/api/index.php/")]
    [InlineData("https://erp.example/dolibarr/api/index.php", "https://erp.example/dolibarr/api/index.php/")]
    [InlineData("https://erp.example/api/index.php/explorer", "https://erp.example/api/index.php/")]
    [InlineData("https://erp.example/dolibarr/index.php", "https://erp.example/dolibarr/api/index.php/")]
    public void Address_is_brought_into_one_form(string given, string api) => DolibarrAddress.Api(new Uri(given)).Should().Be(new Uri(api));

    private static DolibarrOptions Valid() => new() { BaseAddress = new Uri("https://erp.example/"), ApiKey = "k3y" };

    private static void Break(DolibarrOptions options, string fault)
    {
        switch (fault)
        {
            case "address": options.BaseAddress = null; break;
            case "key": options.ApiKey = " "; break;
            case "blank": options.ApiKey = "secret key"; break;
            case "language": options.Language = "french"; break;
            case "locales": (options.Multilang, _) = (true, Add(options.Locales, "fr")); break;
            case "twice": (options.Multilang, _) = (true, Add(options.Locales, "fr_FR", "fr_CA")); break;
            case "multilang": options.Multilang = true; break;
            case "currency": options.Currency = "EURO"; break;
            case "country": options.Country = "FRA"; break;
            case "zone": options.TimeZone = "Mars/Olympus"; break;
            case "field": Add(options.CustomFields, "options_shopid"); break;
            case "warehouses": options.Warehouses = []; break;
            case "level": options.PriceLevel = 0; break;
            case "page": options.PageSize = 5; break;
            case "concurrency": options.MaxConcurrency = 99; break;
            case "timeout": options.AttemptTimeout = TimeSpan.Zero; break;
            default: options.Entity = 0; break;
        }
    }

    private static int Add(IList<string> list, params string[] items)
    {
        foreach (var item in items)
            list.Add(item);
        return list.Count;
    }
}
