using static ErpSync.Sqlite.Tests.Contract.Samples;

namespace ErpSync.Sqlite.Tests.Contract;

/// <summary>The two stores answer alike after the same random history.</summary>
public sealed class StoreEqualityTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(20260329)]
    public async Task Both_stores_answer_alike_after_random_changes(int seed)
    {
        using var sqliteHome = new SqliteHome();
        using var memoryHome = new InMemoryHome();
        var history = new RandomHistory(seed, memoryHome.Create(), sqliteHome.Create());
        await history.OpenAsync();
        for (var step = 0; step < 300; step++)
        {
            await history.StepAsync();
            if (step % 50 == 49)
                await history.CompareAsync();
        }
        history.Accepted.Should().BeGreaterThan(100);
        history.Refused.Should().BeGreaterThan(10);
    }

    [Fact]
    public async Task Both_stores_page_and_find_5000_links_alike()
    {
        using var sqliteHome = new SqliteHome();
        using var memoryHome = new InMemoryHome();
        ISyncStore[] stores = [memoryHome.Create(), sqliteHome.Create()];
        var random = new Random(5);
        var links = Enumerable.Range(0, 5000).Select(index => Link($"{index}", $"{index * 7}é", random.Next(10) == 0 ? ["name"] : []) with { Label = $"REF-{index}" }).OrderBy(_ => random.Next()).ToList();
        foreach (var store in stores)
        {
            await store.OpenAsync(None);
            foreach (var batch in links.Chunk(1000))
                await store.Add(batch);
        }
        foreach (var openOnly in (bool[])[false, true])
        {
            var (memory, sqlite) = (await PagesAsync(stores[0], openOnly), await PagesAsync(stores[1], openOnly));
            sqlite.Should().Equal(memory);
            sqlite.Should().HaveCount(openOnly ? links.Count(link => link.Open.Count > 0) : 5000);
        }
        foreach (var side in (Side[])[Side.First, Side.Second])
        {
            var ids = links.Take(900).Select(link => link.End(side).Id).Concat(Enumerable.Range(6000, 100).Select(id => RemoteId.From(id))).ToList();
            var found = await Task.WhenAll(stores.Select(store => store.FindLinksAsync(Pair, Kind, side, ids, None).AsTask()));
            found[1].Select(link => link.Text()).Order(StringComparer.Ordinal).Should().Equal(found[0].Select(link => link.Text()).Order(StringComparer.Ordinal)).And.HaveCount(900);
        }
        (await stores[1].CountAsync(Pair, Kind, None)).Should().Be(await stores[0].CountAsync(Pair, Kind, None));
    }

    private static async Task<List<string>> PagesAsync(ISyncStore store, bool openOnly)
    {
        var texts = new List<string>();
        long after = 0;
        while (await store.ReadLinksAsync(Pair, Kind, after, 333, openOnly, None) is { Count: > 0 } page)
        {
            texts.AddRange(page.Select(link => link.Text()));
            after = page[^1].Number;
        }
        return texts;
    }
}
