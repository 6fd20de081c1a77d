using System.Diagnostics;
using System.Text.Json;
using ErpSync.Http.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Http.Tests.Sending;

/// <summary>The platform's own handler, over a socket on this machine: what it must not do behind our back.</summary>
public sealed class LoopbackTests
{
    [Fact]
    public async Task The_handler_follows_no_redirect()
    {
        using var server = new LoopbackServer("HTTP/1.1 302 Found\r\nLocation: /home\r\nContent-Length: 0\r\n\r\n", LoopbackServer.Ok("[]"));

        (await FailAsync(server, Call.Get("items"))).Code.Should().Be(HttpProblemCodes.Redirected);

        server.Requests.Should().HaveCount(1);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("DELETE")]
    [InlineData("PUT")]
    public async Task The_handler_does_not_repeat_a_write_without_body_on_a_connection_that_was_closed(string method)
    {
        using var server = new LoopbackServer(LoopbackServer.Ok("[]"), "", LoopbackServer.Ok("{}"), LoopbackServer.Ok("{}"));
        using var provider = Provide(server);
        var client = provider.GetRequiredKeyedService<ConnectionClient>("erp");
        await client.SendAsync(Call.Get("items"), TestConnection.ReadTextAsync, CancellationToken.None);
        var call = method switch { "POST" => Call.Post("orders/1/validate"), "PUT" => Call.Put("orders/1"), _ => Call.Delete("orders/1") };

        var act = () => client.SendAsync(call, TestConnection.ReadTextAsync, CancellationToken.None);

        (await act.Should().ThrowAsync<ConnectorException>()).Which.Problem.Kind.Should().Be(ProblemKind.OutcomeUnknown);
        server.Requests.Count(request => request.StartsWith(method, StringComparison.Ordinal)).Should().Be(1);
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_no_unknown_fate()
    {
        using var server = new LoopbackServer();
        using var provider = Provide(server);
        server.Close();
        var act = () => provider.GetRequiredKeyedService<ConnectionClient>("erp").SendAsync(Call.Post("orders"), CancellationToken.None);

        var problem = (await act.Should().ThrowAsync<ConnectorException>()).Which.Problem;

        (problem.Kind, problem.Code).Should().Be((ProblemKind.Unavailable, HttpProblemCodes.ConnectFailed));
    }

    [Fact]
    public async Task A_body_shorter_than_announced_is_truncated_after_its_whole_items()
    {
        var body = "[" + string.Join(',', Enumerable.Range(0, 3000).Select(i => i.ToString().PadLeft(6)));
        using var server = new LoopbackServer(LoopbackServer.Ok(body, 50_000).Replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n", StringComparison.Ordinal));
        using var provider = Provide(server);
        var read = 0;
        var act = async () =>
        {
            await foreach (var item in provider.GetRequiredKeyedService<ConnectionClient>("erp").ReadItemsAsync(Call.Get("items"), JsonPlace.Root, (ref Utf8JsonReader json) => json.GetInt32(), CancellationToken.None))
                item.Value.Should().Be(read++);
        };

        (await act.Should().ThrowAsync<ConnectorException>()).Which.Problem.Code.Should().Be(HttpProblemCodes.TruncatedBody);
        read.Should().Be(2999);
    }

    [Fact]
    public async Task The_platforms_own_traces_are_off_and_no_trace_header_leaves()
    {
        var sources = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (sources)
                    sources.Add(activity.Source.Name);
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var server = new LoopbackServer(LoopbackServer.Ok("[]"));
        using var provider = Provide(server);

        await provider.GetRequiredKeyedService<ConnectionClient>("erp").SendAsync(Call.Get("items"), TestConnection.ReadTextAsync, CancellationToken.None);

        server.Requests.Single().Should().NotContainEquivalentOf("traceparent");
        lock (sources)
            sources.Should().Contain("ErpSync.Http").And.NotContain("System.Net.Http");
    }

    private static ServiceProvider Provide(LoopbackServer server)
    {
        var services = new ServiceCollection();
        services.AddErpSyncHttp("erp", options => (options.BaseAddress, options.Retries) = (server.Address, 0));
        return services.BuildServiceProvider();
    }

    private static async Task<SyncProblem> FailAsync(LoopbackServer server, Call call)
    {
        using var provider = Provide(server);
        var act = () => provider.GetRequiredKeyedService<ConnectionClient>("erp").SendAsync(call, CancellationToken.None);
        return (await act.Should().ThrowAsync<ConnectorException>()).Which.Problem;
    }
}
