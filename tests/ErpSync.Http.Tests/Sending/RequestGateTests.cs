using ErpSync.Http.Tests.Support;

namespace ErpSync.Http.Tests.Sending;

public sealed class RequestGateTests
{
    [Fact]
    public async Task No_more_requests_are_under_way_than_allowed()
    {
        using var shop = new TestConnection(options => options.MaxConcurrency = 3);
        var under = 0;
        var most = 0;
        var arrived = new SemaphoreSlim(0);
        var release = new TaskCompletionSource();
        shop.System.Then(async (_, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref under));
            arrived.Release();
            await release.Task;
            Interlocked.Decrement(ref under);
            return Reply.Json("[]")();
        });

        var calls = Enumerable.Range(0, 12).Select(_ => shop.SendAsync(Call.Get("items"))).ToList();
        for (var i = 0; i < 3; i++)
            await arrived.WaitAsync();
        shop.System.Requests.Should().HaveCount(3);
        release.SetResult();
        await Task.WhenAll(calls);

        most.Should().Be(3);
        shop.System.Requests.Should().HaveCount(12);
    }

    [Fact]
    public async Task A_half_read_listing_does_not_block_the_calls_made_for_its_items()
    {
        using var shop = new TestConnection(options => options.MaxConcurrency = 1);
        shop.System.Then(Reply.Json("[1,2]"));

        using var open = await shop.Client.SendAsync(Call.Get("items"), CancellationToken.None);

        (await shop.SendAsync(Call.Get("items/1"))).Should().Be("[1,2]");
    }

    [Fact]
    public async Task Logging_in_from_within_a_request_does_not_block_it()
    {
        TestConnection? shop = null;
        var isLoggedIn = false;
        using (shop = new TestConnection(options =>
        {
            options.MaxConcurrency = 1;
            options.Authorize = async (_, token) =>
            {
                if (isLoggedIn)
                    return;
                isLoggedIn = true;
                (await shop!.Client.SendAsync(Call.ReadByPost("login", () => new StringContent("")), token)).Dispose();
            };
        }))
        {
            shop.System.Then(Reply.Json("{}"));
            await shop.SendAsync(Call.Get("items"));
            shop.System.Requests.Should().HaveCount(2);
        }
    }

    [Fact]
    public async Task Requests_are_spaced_evenly()
    {
        using var shop = new TestConnection(options => (options.RequestsPerSecond, options.MaxConcurrency) = (0.5m, 8));
        shop.System.Then(Reply.Json("[]"));

        for (var i = 0; i < 4; i++)
            await shop.SendAsync(Call.Get("items"));

        shop.System.Times.Zip(shop.System.Times.Skip(1), (one, next) => next - one).Should().OnlyContain(gap => gap == TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_wait_that_is_cancelled_gives_its_place_back()
    {
        using var shop = new TestConnection(options => (options.RequestsPerSecond, options.MaxConcurrency) = (0.01m, 1));
        using var stop = new CancellationTokenSource();
        shop.System.Then(Reply.Json("[]"));
        await shop.SendAsync(Call.Get("items"));

        var waiting = shop.Client.SendAsync(Call.Get("items"), stop.Token);
        await stop.CancelAsync();
        await FluentActions.Awaiting(() => waiting).Should().ThrowAsync<OperationCanceledException>();

        var next = shop.Client.SendAsync(Call.Get("items"), CancellationToken.None);
        (await shop.Time.DriveAsync(next, TimeSpan.FromMinutes(10))).Dispose();
        shop.System.Requests.Should().HaveCount(2);
    }
}
