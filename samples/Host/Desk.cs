using System.Globalization;

namespace ErpSync.Host;

/// <summary>What an operator can do, the same for the terminal and the pages: a command is words, its answer a table.</summary>
internal sealed class Desk(ISyncEngine engine, ISyncPlans plans, ISyncHistory history, ISyncControl control, ISyncFeeds feeds, ISyncSignals signals, Tickets tickets, IServiceProvider services)
{
    private const string Kept = "desk";

    public static IReadOnlyList<(string Words, string Meaning)> Commands { get; } =
    [
        ("check", "what is wrong or missing"), ("inspect KIND", "colours, now, with both ids"), ("plan [KIND]", "what a run would do; it is kept"), ("apply", "carry out exactly the plan that was shown"),
        ("link KIND SHOP-ID ERP-ID", "these two are one"), ("resolve KIND KEEP ID", "keep the version of shop or erp"), ("explain KIND CONNECTION ID", "why a record is as it is"),
        ("send ORDER-ID", "one order, past the filters"), ("feeds", "the feeds and what they wait for"), ("run FEED [REASON]", "now; a reason overrides what it waits for"), ("off FEED REASON", "switch a feed off"), ("on FEED REASON", "and on"),
        ("pause REASON", "stop all writes"), ("resume", "and go on"), ("live [REASON]", "let the pair go live; a reason overrides what it waits for"), ("parked", "records that were set aside"), ("summary [DAY]", "a day in numbers"), ("invoice ORDER-ID CUSTOMER-ID", "the address of the PDF for its owner"),
    ];

    public async Task<Table> DoAsync(string[] words, CancellationToken cancellationToken)
    {
        try
        {
            return await AnswerAsync(words, cancellationToken);
        }
        catch (Exception exception) when (exception is ConnectorException or ErpSyncConfigurationException or FeedRefusedException or SyncBusyException or StoreException or FormatException or ArgumentException)
        {
            return Table.Of(["not done"], [Row(exception.Message)]);
        }
    }

    private async Task<Table> AnswerAsync(string[] words, CancellationToken ct) => words switch
    {
        ["check"] => Table.Of(["severity", "where", "what", "remedy"], (await engine.CheckAsync(Setup.Pair, ct)).Select(f => Row(f.Severity, f.Connection, f.Message, f.Remedy))),
        ["inspect", var kind] => await InspectAsync(new EntityKind(kind), ct),
        ["plan", .. var kind] => await PlanAsync(kind.Select(name => new EntityKind(name)), ct),
        ["apply"] => await ApplyAsync(ct),
        ["link", var kind, var first, var second] => await Done(engine.LinkAsync(Setup.Pair, new EntityKind(kind), new RemoteId(first), new RemoteId(second), ct), $"{kind} {first} and {second} are one"),
        ["resolve", var kind, var keep, var id] => Report(await engine.ResolveAsync(Setup.Pair, new Resolution(new EntityKind(kind), keep) { Ids = [new RemoteId(id)] }, ct)),
        ["explain", var kind, var connection, var id] => Table.Of(["why"], (await history.ExplainAsync(Setup.Pair, new EntityKind(kind), connection, new RemoteId(id), live: true, ct)).Sentences.Select(sentence => Row(sentence))),
        ["send", var id] => Report(await signals.SyncOneAsync(Setup.Pair, EntityKind.Order, new RemoteId(id), "shop", ct)),
        ["feeds"] => Table.Of(["feed", "schedule", "on", "due", "last", "waits for"], (await feeds.ListAsync(Setup.Pair, ct)).Select(f => Row(f.Name, f.Schedule ?? "by hand", f.IsOn ? "on" : "off", $"{f.DueAt:u}", f.LastRun is { } run ? $"{run.Outcome} {run.StartedAt:u}" : "", string.Join(" ", f.Blockers)))),
        ["run", var feed, .. var reason] => Run(await feeds.RunNowAsync(Setup.Pair, feed, new FeedStart(Environment.UserName) { Override = reason.Length > 0 ? string.Join(' ', reason) : null }, null, ct)),
        ["off" or "on", var feed, .. var reason] => await Done(feeds.SwitchAsync(Setup.Pair, feed, words[0] == "on", Environment.UserName, string.Join(' ', reason), ct), $"{feed} is {words[0]}"),
        ["pause", .. var reason] => Table.Of(["paused"], [Row(await control.PauseAsync(Setup.Pair, string.Join(' ', reason), Environment.UserName, cancellationToken: ct))]),
        ["resume"] => Table.Of(["resumed"], [Row(await control.ResumeAsync(Setup.Pair, cancellationToken: ct) ? "writes go on" : "nothing was paused")]),
        ["live", .. var reason] => await Done(feeds.GoLiveAsync(Setup.Pair, Environment.UserName, reason.Length > 0 ? string.Join(' ', reason) : null, ct), "the pair is live"),
        ["parked"] => Table.Of(["kind", "where", "id", "tried", "why"], (await control.ListParkedAsync(new ParkedQuery(Setup.Pair), ct)).Select(p => new Cell[] { new(p.Kind.Name), new(p.Connection), Id(p.Connection, p.Kind, p.Id), new($"{p.Attempts}"), new(p.Reason) })),
        ["summary", .. var day] => Table.Of(["day"], [Row(await history.SummariseAsync(Setup.Pair, day.Length > 0 ? DateOnly.Parse(day[0], CultureInfo.InvariantCulture) : DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime), null, ct))]),
        ["invoice", var order, var customer] => Table.Of(["for its owner"], [[new Cell("invoice.pdf", tickets.PathOf(order, customer))]]),
        _ => Table.Of(["command", "meaning"], Commands.Select(command => Row(command.Words, command.Meaning))),
    };

    private async Task<Table> InspectAsync(EntityKind kind, CancellationToken ct)
    {
        var rows = new List<IReadOnlyList<Cell>>();
        await foreach (var view in engine.InspectAsync(new SyncRequest(Setup.Pair) { Kinds = [kind] }, null, ct))
            rows.Add([new($"{view.Colour}"), new(view.Label), Id("shop", kind, view.FirstId), Id("erp", kind, view.SecondId), new(string.Join("; ", view.Differences.Select(difference => $"{difference.Field}: {difference.First} / {difference.Second}").Prepend(view.Reason).Where(text => text.Length > 0)))]);
        return Table.Of(["colour", "record", "shop", "erp", "why"], rows);
    }

    private async Task<Table> PlanAsync(IEnumerable<EntityKind> kinds, CancellationToken ct)
    {
        var plan = await engine.MakePlanAsync(new SyncRequest(Setup.Pair) { Kinds = [.. kinds] }, null, ct);
        await plans.KeepAsync(plan, Kept, ct);
        return Table.Of(["action", "in", "record", "shop", "erp", "changes", $"why (the pair is: {await feeds.ReadStageAsync(Setup.Pair, ct)})"], plan.Entries.Where(entry => entry.IsWrite || entry.Action is PlanAction.Ask or PlanAction.Brake).Select(entry => new[]
            { new($"{entry.Action}"), new(entry.Target ?? ""), new(entry.Label), Id("shop", entry.Kind, entry.FirstId), Id("erp", entry.Kind, entry.SecondId), new Cell(string.Join(", ", entry.Changes.Select(change => $"{change.Field}: {change.From} -> {change.To}"))), new(entry.Reason) }));
    }

    private async Task<Table> ApplyAsync(CancellationToken ct)
    {
        if (await plans.FindAsync(Setup.Pair, Kept, ct) is not { } plan)
            return Table.Of(["not done"], [Row("There is no plan: make one first.")]);
        var report = await engine.ApplyAsync(plan, null, ct);
        await plans.RemoveAsync(Setup.Pair, Kept, ct);
        return Table.Of(["applied"], report.Refused.Select(refused => Row($"refused: {refused.Entry.Label}: {refused.Reason}")).Prepend(Row($"{report.Written} written, {report.Report.Failed} failed")));
    }

    private Cell Id(string connection, EntityKind kind, RemoteId? id)
    {
        var office = services.GetRequiredKeyedService<Connector>(connection).Find<IBackOffice>();
        return id is not { } known ? new Cell("") : new Cell(known.Value, (office?.AddressOf(kind, known) ?? (known.Value.Split(':') is [var owner, var key, ..] ? office?.AddressOf(new EntityKind(owner), new RemoteId(key)) : null))?.ToString());
    }

    private static async Task<Table> Done(Task work, string what)
    {
        await work;
        return Table.Of(["done"], [Row(what)]);
    }

    private static Table Report(SyncReport report) => Table.Of(["result"], report.Problems.Select(problem => Row(problem)).Prepend(Row($"{report.Written} written, {report.Failed} failed")));

    private static Table Run(FeedRun run) => Table.Of(["result"], run.Messages.Select(message => Row(message)).Prepend(Row($"{run.Outcome}: {run.Read} read, {run.Written} written, {run.Failed} failed. {run.Message}")));

    private static IReadOnlyList<Cell> Row(params object?[] values) => [.. values.Select(value => new Cell(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""))];
}
