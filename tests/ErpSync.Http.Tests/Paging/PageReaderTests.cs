using ErpSync.Http.Tests.Support;

namespace ErpSync.Http.Tests.Paging;

public sealed class PageReaderTests
{
    [Theory]
    [InlineData(PageStyle.Offset, 0)]
    [InlineData(PageStyle.Offset, 99)]
    [InlineData(PageStyle.Offset, 100)]
    [InlineData(PageStyle.Offset, 250)]
    [InlineData(PageStyle.Number, 100)]
    [InlineData(PageStyle.Number, 251)]
    public async Task A_listing_ends_with_a_short_page(PageStyle style, int records)
    {
        using var shop = new PagedSystem(records);

        (await shop.ReadAsync(new PageOptions { Size = 100, Style = style })).Should().Equal(Enumerable.Range(0, records));

        shop.Asked.Should().HaveCount((records / 100) + 1, "an exactly full page is proven to be the last by an empty one");
        shop.Connection.Client.PageSizes.Snapshot().Should().BeEmpty();
    }

    [Theory]
    [InlineData(PageStyle.Offset)]
    [InlineData(PageStyle.Number)]
    public async Task A_page_that_fails_is_halved_without_loss_or_repetition(PageStyle style)
    {
        for (var works = 1; works <= 100; works += 7)
        {
            using var shop = new PagedSystem(230) { Fault = (_, size) => size > works ? Reply.Status(500) : null };
            (await shop.ReadAsync(new PageOptions { Size = 100, Style = style })).Should().Equal(Enumerable.Range(0, 230), $"pages of {works} work");
        }
    }

    [Theory]
    [InlineData(PageStyle.Offset)]
    [InlineData(PageStyle.Number)]
    public async Task A_page_that_breaks_off_goes_on_after_the_last_whole_record(PageStyle style)
    {
        using var shop = new PagedSystem(230) { CutAt = (_, size) => size > 30 ? 0.6m : null };

        (await shop.ReadAsync(new PageOptions { Size = 100, Style = style })).Should().Equal(Enumerable.Range(0, 230));

        shop.Asked[1].Should().Be((style == PageStyle.Offset ? 59 : 50, 50));
        shop.Asked.Should().OnlyContain(page => style == PageStyle.Offset || page.Offset % page.Size!.Value == 0);
    }

    [Theory]
    [InlineData("[{\"id\":1}", HttpProblemCodes.TruncatedBody)]
    [InlineData("[<br>Fatal error: Allowed memory size", HttpProblemCodes.PhpFatal)]
    [InlineData("", HttpProblemCodes.EmptyBody)]
    public async Task What_php_leaves_when_it_dies_counts_as_a_page_too_large(string body, string code)
    {
        using var shop = new PagedSystem(25) { Fault = (_, size) => size > 5 ? Reply.Html(body.Replace("{\"id\":1}", "", StringComparison.Ordinal)) : null };

        (await shop.ReadAsync(new PageOptions { Size = 20 })).Should().Equal(Enumerable.Range(0, 25));

        shop.Connection.Log.Lines.Should().Contain(line => line.Id.Id == 2007 && line.Text.Contains(code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_working_size_is_used_from_the_start_next_time()
    {
        using var shop = new PagedSystem(90) { Fault = (_, size) => size > 25 ? Reply.Status(500) : null };
        var options = new PageOptions { Size = 100 };
        await shop.ReadAsync(options);
        shop.Asked.Clear();

        await shop.ReadAsync(options);

        shop.Asked.Should().OnlyContain(page => page.Size == 25);
    }

    [Fact]
    public async Task A_size_larger_than_the_smallest_is_not_repeated_but_halved_and_the_smallest_is_repeated()
    {
        using var shop = new PagedSystem(10) { Fault = (_, size) => size >= 2 ? Reply.Status(500) : null };

        await shop.ReadAsync(new PageOptions { Size = 8, MinSize = 4 }).ContinueWith(task => task.IsFaulted.Should().BeTrue(), TaskScheduler.Default);

        shop.Asked.Select(page => page.Size).Should().Equal(8, 4, 4, 4, 4);
    }

    [Fact]
    public async Task A_record_that_breaks_the_system_alone_ends_the_listing_after_the_others_before_it()
    {
        using var shop = new PagedSystem(50) { Fault = (offset, size) => offset <= 33 && 33 < offset + size ? Reply.Status(500) : null };
        var read = new List<int>();

        var act = () => shop.ReadAsync(new PageOptions { Size = 20 }, read);

        (await act.Should().ThrowAsync<ConnectorException>()).Which.Problem.Code.Should().Be(HttpProblemCodes.ServerError);
        read.Should().Equal(Enumerable.Range(0, 33));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(503)]
    [InlineData(429)]
    public async Task What_a_smaller_page_cannot_cure_ends_the_listing(int status)
    {
        using var shop = new PagedSystem(50) { Fault = (offset, _) => offset >= 20 ? Reply.Status(status) : null };

        await FluentActions.Awaiting(() => shop.ReadAsync(new PageOptions { Size = 20 })).Should().ThrowAsync<ConnectorException>();

        shop.Asked.Should().OnlyContain(page => page.Size == 20);
    }

    [Fact]
    public async Task Everything_at_once_is_tried_first_where_asked_for()
    {
        using var shop = new PagedSystem(230);
        (await shop.ReadAsync(new PageOptions { Size = 100, UnlimitedFirst = true })).Should().Equal(Enumerable.Range(0, 230));
        shop.Asked.Should().Equal((0, null));
    }

    [Fact]
    public async Task When_everything_at_once_breaks_off_pages_go_on_from_there()
    {
        using var shop = new PagedSystem(230) { CutAt = (_, size) => size is null ? 0.5m : null };

        (await shop.ReadAsync(new PageOptions { Size = 100, UnlimitedFirst = true })).Should().Equal(Enumerable.Range(0, 230));
        shop.Asked[1].Size.Should().Be(100);
        shop.Asked[1].Offset.Should().BePositive();

        shop.Asked.Clear();
        await shop.ReadAsync(new PageOptions { Size = 100, UnlimitedFirst = true });
        shop.Asked[0].Size.Should().Be(100, "what broke is remembered");
    }

    [Fact]
    public async Task An_unreadable_record_keeps_its_place()
    {
        using var shop = new PagedSystem(25) { Odd = 7 };
        (await shop.ReadAsync(new PageOptions { Size = 10 })).Should().Equal(Enumerable.Range(0, 25).Select(id => id == 7 ? -1 : id));
    }

    [Fact]
    public async Task A_system_that_gives_fewer_than_asked_is_read_to_the_empty_page()
    {
        using var shop = new PagedSystem(250) { Cap = 100 };

        (await shop.ReadAsync(new PageOptions { Size = 500, EndsOnEmptyPage = true })).Should().Equal(Enumerable.Range(0, 250));

        shop.Asked.Select(page => page.Offset).Should().Equal(0, 100, 200, 250);
    }

    [Fact]
    public void Numbered_pages_cannot_end_on_an_empty_page()
    {
        using var shop = new TestConnection();
        var act = () => shop.Client.Pages("items", new PageOptions { Style = PageStyle.Number, EndsOnEmptyPage = true });
        act.Should().Throw<ArgumentException>();
    }
}
