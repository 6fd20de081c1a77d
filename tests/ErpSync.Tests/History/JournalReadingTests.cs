using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Tests.History;

public sealed class JournalReadingTests
{
    [Fact]
    public async Task Journal_speaks_of_connections_and_of_values_as_people_see_them()
    {
        using var world = await UndoWorld.LinkedAsync();
        var run = await world.CarryAsync("2");

        var entry = (await world.World.History.ReadJournalAsync(new HistoryQuery("main") { Run = run }).ToListAsync()).Should().ContainSingle().Which;

        (entry.Connection, entry.Id, entry.Action, entry.Field, entry.Old, entry.New).Should().Be(("erp", world.Erp, JournalAction.Updated, "Barcode", "1", "2"));
        entry.Reason.Should().NotBeEmpty();
    }

    [Fact]
    public async Task Journal_is_filtered_and_paged_from_either_end()
    {
        using var world = await UndoWorld.LinkedAsync();
        for (var i = 2; i < 8; i++)
            await world.CarryAsync($"{i}");
        var query = new HistoryQuery("main") { Kind = EntityKind.Product, Connection = "erp", Id = world.Erp, Field = "barcode" };

        var newest = await world.World.History.ReadJournalAsync(query).Take(4).ToListAsync();
        var rest = await world.World.History.ReadJournalAsync(query with { Behind = newest[^1].Number }).ToListAsync();
        var oldest = await world.World.History.ReadJournalAsync(query with { NewestFirst = false }).ToListAsync();
        var middle = await world.World.History.ReadJournalAsync(query with { From = newest[2].At, Until = newest[0].At }).ToListAsync();

        newest.Concat(rest).Select(entry => entry.New).Should().Equal("7", "6", "5", "4", "3", "2");
        oldest.Select(entry => entry.New).Should().Equal("2", "3", "4", "5", "6", "7");
        middle.Select(entry => entry.New).Should().Equal("6", "5");
        (await world.World.History.ReadJournalAsync(query with { Connection = "shop" }).ToListAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Unknown_connection_is_named()
    {
        using var world = new TwoSystems();

        await world.History.Awaiting(history => history.ReadJournalAsync(new HistoryQuery("main") { Connection = "till" }).ToListAsync().AsTask())
            .Should().ThrowAsync<ErpSyncConfigurationException>().WithMessage("*till*");
    }

    [Fact]
    public async Task What_is_older_than_the_journal_is_kept_goes_at_the_end_of_a_run()
    {
        using var world = await UndoWorld.LinkedAsync();
        await world.CarryAsync("2");
        await world.World.Plans.KeepAsync(await world.World.MakePlanAsync(), "old");
        world.World.Clock.Advance(TimeSpan.FromDays(366));

        await world.CarryAsync("3");

        (await world.World.History.ReadJournalAsync(new HistoryQuery("main")).ToListAsync()).Should().ContainSingle().Which.New.Should().Be("3");
        (await world.World.History.ReadRunsAsync("main")).Should().ContainSingle();
        (await world.World.Plans.ListAsync("main")).Should().BeEmpty();
    }

    [Fact]
    public void Settings_that_cannot_work_are_refused()
    {
        var services = new ServiceCollection();
        services.AddErpSync(options => options.JournalDays = 0);
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<ISyncEngine>().Invoking(engine => engine.LastKnownAsync("main", EntityKind.Product).GetAwaiter().GetResult())
            .Should().Throw<ErpSyncConfigurationException>().WithMessage("*JournalDays*");
    }
}
