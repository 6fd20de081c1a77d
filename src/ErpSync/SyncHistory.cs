using System.Runtime.CompilerServices;
using ErpSync.Texts;

namespace ErpSync;

/// <summary>The history behind <see cref="ISyncHistory"/>.</summary>
internal sealed partial class SyncHistory(EngineSetup setup, ISyncStore store, TimeProvider clock) : ISyncHistory
{
    public async IAsyncEnumerable<HistoryEntry> ReadJournalAsync(HistoryQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var pair = setup.Pair(query.Pair);
        var stored = new JournalQuery(pair.Name)
        {
            Run = query.Run,
            Kind = query.Kind,
            Side = query.Connection is null ? null : pair.SideOf(query.Connection),
            Id = query.Id,
            Field = query.Field is { } field && query.Kind is { } kind ? pair.Kind(kind).FieldName(field) : query.Field,
            From = query.From,
            Until = query.Until,
            NewestFirst = query.NewestFirst,
            After = query.NewestFirst ? 0 : query.Behind ?? 0,
            Before = query.NewestFirst ? query.Behind : null,
        };
        await store.OpenAsync(cancellationToken);
        await foreach (var entry in store.ReadJournalAsync(stored, cancellationToken))
            yield return Show(pair, entry, setup.Parts.Texts);
    }

    public async Task<IReadOnlyList<RunRecord>> ReadRunsAsync(string pair, int count = 20, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        await store.OpenAsync(cancellationToken);
        return await store.ReadRunsAsync(setup.Pair(pair).Name, count, cancellationToken);
    }

    public Task<UndoPlan> PlanUndoAsync(string pair, UndoScope scope, CancellationToken cancellationToken = default) =>
        new UndoRunner(setup, store, clock).PlanAsync(pair, scope, cancellationToken);

    public Task<UndoReport> UndoAsync(UndoPlan plan, CancellationToken cancellationToken = default) =>
        new UndoRunner(setup, store, clock).UndoAsync(plan, cancellationToken);

    public Task<ForgetReport> ForgetAsync(string pair, EntityKind kind, string connection, RemoteId id, CancellationToken cancellationToken = default) =>
        new ForgetRunner(setup, store, clock).ForgetAsync(pair, kind, connection, id, cancellationToken);

    internal static HistoryEntry Show(PairDefinition pair, JournalEntry entry, SyncTexts texts)
    {
        var kind = pair.Kinds.FirstOrDefault(known => known.Kind == entry.Kind);
        return new HistoryEntry(entry.Number, entry.Run, entry.Kind, entry.Side == Side.First ? pair.First : pair.Second, entry.Id, entry.Action, entry.At)
        {
            Reason = texts.Reason(entry.Reason),
            ReasonCode = Reasons.CodeOf(entry.Reason),
            Field = entry.Field,
            Old = Text(entry.OldValue),
            New = Text(entry.NewValue),
        };

        string? Text(string? json) => json is null || entry.Field is null || kind is null ? json : kind.Display(entry.Field, json);
    }
}
