using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ErpSync.Http.Tests.Hosting;

public sealed class ConnectionHttpOptionsValidatorTests
{
    [Theory]
    [InlineData("https://shop.example")]
    [InlineData("https://shop.example:8443/sub/api/")]
    [InlineData("http://localhost:8080/")]
    [InlineData("http://127.0.0.1:8080")]
    [InlineData("http://[::1]/")]
    public void Https_anywhere_and_http_on_this_machine_are_accepted(string address) => Create(options => options.BaseAddress = new Uri(address)).Name.Should().Be("erp");

    [Theory]
    [InlineData("http://shop.example/", "plain http")]
    [InlineData("http://192.168.1.5/", "plain http")]
    [InlineData("ftp://shop.example/", "http or https")]
    [InlineData("/api", "absolute")]
    [InlineData("https://user:pass9876@shop.example/", "user or password")]
    [InlineData("https://shop.example/?ws_key=abcdef", "query")]
    [InlineData("https://shop.example/?", "query")]
    [InlineData("https://shop.example/#top", "fragment")]
    public void Other_addresses_are_refused_by_name_and_not_repeated(string address, string reason)
    {
        var act = () => Create(options => options.BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute));

        var message = act.Should().Throw<OptionsValidationException>().Which.Message;
        message.Should().Contain("Connection 'erp'").And.Contain(reason).And.NotContain("pass9876").And.NotContain("abcdef");
    }

    [Fact]
    public void A_missing_address_is_refused()
    {
        var act = () => Create(_ => { });
        act.Should().Throw<OptionsValidationException>().WithMessage("*BaseAddress is missing*");
    }

    [Fact]
    public void Plain_http_to_another_machine_needs_the_explicit_word() =>
        Create(options => (options.BaseAddress, options.AllowInsecureHttp) = (new Uri("http://erp.internal/"), true)).Name.Should().Be("erp");

    [Fact]
    public void Numbers_out_of_range_are_all_named_at_once()
    {
        var act = () => Create(options =>
        {
            options.BaseAddress = new Uri("https://erp.example");
            options.AttemptTimeout = TimeSpan.Zero;
            options.MaxConcurrency = 0;
            options.RequestsPerSecond = 0;
            options.Retries = 11;
            options.RetryDelay = TimeSpan.Zero;
            options.MaxRetryAfter = TimeSpan.FromHours(2);
            options.BreakerAttempts = 1;
            options.BreakDuration = TimeSpan.Zero;
            options.MaxDocumentBytes = 0;
        });

        act.Should().Throw<OptionsValidationException>().Which.Failures.Should().HaveCount(9);
    }

    private static ConnectionClient Create(Action<ConnectionHttpOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddErpSyncHttp("shop", options => options.BaseAddress = new Uri("https://shop.example"));
        services.AddErpSyncHttp("erp", configure);
        return services.BuildServiceProvider().GetRequiredKeyedService<ConnectionClient>("erp");
    }
}
