namespace ErpSync.Sandbox.Tests.Vtiger;

public sealed class SyncTests() : VtigerTest(new VtigerSandboxOptions { IsRepaired = true })
{
    private long Now => Clock.GetUtcNow().ToUnixTimeSeconds();

    [Fact]
    public async Task Pages_hold_100_records_and_the_rest_of_their_last_second_until_nothing_is_more()
    {
        for (var i = 0; i < 250; i++)
        {
            Add("Products", $$"""{"productname":"P{{i}}"}""");
            if (i % 30 == 29)
                Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var (since, seen, pages, more) = (1L, new List<string>(), new List<int>(), true);
        while (more)
        {
            var page = (await SyncAsync(since)).Result;
            seen.AddRange(page.GetProperty("updated").EnumerateArray().Select(row => row.GetProperty("id").GetString()!));
            pages.Add(page.GetProperty("updated").GetArrayLength());
            since = page.GetProperty("lastModifiedTime").GetInt64();
            more = page.GetProperty("more").GetBoolean();
        }

        pages.Should().Equal(120, 120, 10);
        seen.Should().HaveCount(250).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Record_that_is_written_later_in_the_last_second_is_never_told_unless_one_asks_a_second_back()
    {
        var since = Now - 1;
        Add("Products", """{"productname":"First"}""", 10);
        var last = (await SyncAsync(since)).Result.GetProperty("lastModifiedTime").GetInt64();
        Add("Products", """{"productname":"Second"}""", 11);
        Clock.Advance(TimeSpan.FromSeconds(5));

        (await SyncAsync(last)).Result.GetProperty("updated").GetArrayLength().Should().Be(0);
        (await SyncAsync(last - 1)).Result.GetProperty("updated").GetArrayLength().Should().Be(2);
    }

    [Fact]
    public async Task Deleted_records_are_told_by_id_and_without_application_only_own_records()
    {
        var gone = Add("Products", """{"productname":"Gone"}""", 10);
        Add("Products", """{"productname":"Of a group","assigned_user_id":"20x2"}""", 11);
        await PostAsync("delete", ("id", gone.Id));

        var all = (await SyncAsync(1)).Result;
        all.GetProperty("deleted")[0].GetString().Should().Be("14x10");
        all.GetProperty("updated").GetArrayLength().Should().Be(1);
        (await GetAsync("sync", ("modifiedTime", "1"), ("elementType", "Products"))).Result.GetProperty("updated").GetArrayLength().Should().Be(0);
    }

    private Task<VtigerReply> SyncAsync(long since) =>
        GetAsync("sync", ("modifiedTime", since.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("elementType", "Products"), ("syncType", "application"));
}
