using ErpSync.Http.Tests.Support;

namespace ErpSync.Http.Tests.Paging;

public sealed class PageSizeMemoryTests
{
    private static readonly PageOptions Hundred = new() { Size = 100 };

    [Theory]
    [InlineData(PageStyle.Offset)]
    [InlineData(PageStyle.Number)]
    public async Task The_size_recovers_after_twenty_full_pages_in_a_row(PageStyle style)
    {
        var isBad = true;
        using var shop = new PagedSystem(3000) { Fault = (_, size) => isBad && size > 50 ? Reply.Status(500) : null };
        await shop.ReadAsync(Hundred with { Style = style }).ContinueWith(_ => { }, TaskScheduler.Default);
        isBad = false;
        shop.Connection.Client.PageSizes.Restore([new("items", new PageSize(50, 0, 20))]);
        shop.Asked.Clear();

        (await shop.ReadAsync(Hundred with { Style = style })).Should().Equal(Enumerable.Range(0, 3000));

        shop.Asked.Take(20).Should().OnlyContain(page => page.Size == 50);
        shop.Asked.Skip(20).Should().OnlyContain(page => page.Size == 100);
    }

    [Fact]
    public async Task Each_further_break_doubles_the_pages_that_recovery_takes()
    {
        using var shop = new PagedSystem(5000) { Fault = (_, size) => size > 50 ? Reply.Status(500) : null };

        await shop.ReadAsync(Hundred);

        shop.Asked.Count(page => page.Size == 100).Should().Be(3, "the first try, after 20 pages, after 40 more");
        shop.Connection.Client.PageSizes.Snapshot()["items"].Should().Match<PageSize>(size => size.Size == 50 && size.GoodPagesNeeded == 80);
    }

    [Fact]
    public async Task A_size_kept_by_a_store_is_taken_over()
    {
        using var first = new PagedSystem(60) { Fault = (_, size) => size > 25 ? Reply.Status(500) : null };
        await first.ReadAsync(Hundred);
        using var second = new PagedSystem(60);
        second.Connection.Client.PageSizes.Restore(first.Connection.Client.PageSizes.Snapshot());

        await second.ReadAsync(Hundred);

        second.Asked.Should().OnlyContain(page => page.Size == 25);
    }

    [Fact]
    public async Task A_kept_size_outside_the_options_is_bent_to_them()
    {
        using var shop = new PagedSystem(60);
        shop.Connection.Client.PageSizes.Restore([new("items", new PageSize(500, 0, 20))]);
        await shop.ReadAsync(new PageOptions { Size = 50 });
        shop.Asked.Should().OnlyContain(page => page.Size == 50);
    }

    [Fact]
    public async Task Asking_for_everything_at_once_is_tried_again_in_the_end()
    {
        using var shop = new PagedSystem(2500);
        var options = new PageOptions { Size = 100, UnlimitedFirst = true };
        shop.Connection.Client.PageSizes.Restore([new("items", new PageSize(100, 0, 20))]);

        await shop.ReadAsync(options);
        shop.Asked.Clear();
        await shop.ReadAsync(options);

        shop.Asked.Should().Equal((0, null));
    }

    [Fact]
    public async Task Resources_are_remembered_apart()
    {
        using var shop = new PagedSystem(60);
        shop.Connection.Client.PageSizes.Restore([new("orders", new PageSize(5, 0, 20))]);
        await shop.ReadAsync(Hundred);
        shop.Asked.Should().OnlyContain(page => page.Size == 100);
    }
}
