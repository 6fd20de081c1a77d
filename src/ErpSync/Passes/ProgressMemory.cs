using System.Globalization;

namespace ErpSync.Passes;

/// <summary>How many records of a kind are done, kept with each recorded batch, so that a run behind one that was cut off counts on. Gone once the kind came to its end.</summary>
internal sealed class ProgressMemory(PassContext context, EntityKind kind, long earlier)
{
    /// <summary>What runs that were cut off had done.</summary>
    public long Earlier => earlier;

    /// <summary>How much of this run is done once the batch under way is recorded; null stores nothing.</summary>
    public long? Done { get; set; }

    private static string Key(EntityKind kind) => $"progress/{kind.Name}";

    public static async Task<ProgressMemory> OpenAsync(PassContext context, EntityKind kind, CancellationToken cancellationToken) =>
        new(context, kind, long.TryParse(await context.Store.GetTextAsync(context.Pair, Key(kind), cancellationToken), NumberStyles.None, CultureInfo.InvariantCulture, out var done) ? done : 0);

    public void Store(StoreChanges changes)
    {
        if (Done is { } done)
            changes.Texts.Add((context.Pair, Key(kind), (earlier + done).ToString(CultureInfo.InvariantCulture)));
    }

    public void Forget(StoreChanges changes)
    {
        if (earlier > 0 || Done is not null)
            changes.Texts.Add((context.Pair, Key(kind), null));
    }
}
