using System.Text;
using System.Text.Json;

namespace ErpSync.Recording;

/// <summary>That the brake holds a kind, and why: kept in the store until a person confirms or nothing of it is pending any more.</summary>
/// <param name="Since">When it tripped, in UTC.</param>
/// <param name="Counts">The mass changes to confirm.</param>
internal sealed record BrakeHold(DateTimeOffset Since, IReadOnlyList<MassChangeCount> Counts)
{
    public const string Code = "brake.tripped";

    public static string KeyOf(EntityKind kind) => $"brake/held/{kind.Name}";

    public static async Task<BrakeHold?> FindAsync(PassContext context, EntityKind kind, CancellationToken cancellationToken) =>
        await context.Store.GetTextAsync(context.Pair, KeyOf(kind), cancellationToken) is { } text ? Parse(text) : null;

    public SyncProblem Problem(EntityKind kind)
    {
        var counts = string.Join("; ", Counts.Select(InWords));
        return new SyncProblem(ProblemKind.Held, Code, $"The brake holds {kind.Name}: {counts}. Nothing of the kind is written.")
        {
            EntityKind = kind,
            Remedy = "Look at the plan. If the change is meant, run with these counts confirmed; if not, put the source right.",
        };
    }

    public override string ToString()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartArray();
            json.WriteNumberValue(Since.UtcTicks);
            foreach (var count in Counts)
            {
                json.WriteStartArray();
                json.WriteStringValue(count.Change.ToString());
                json.WriteNumberValue(count.Count);
                json.WriteNumberValue(count.Earlier);
                json.WriteNumberValue(count.Of);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static BrakeHold Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        var counts = document.RootElement.EnumerateArray().Skip(1)
            .Where(count => Enum.TryParse<MassChange>(count[0].GetString(), out _))
            .Select(count => new MassChangeCount(Enum.Parse<MassChange>(count[0].GetString()!), count[1].GetInt32(), count[2].GetInt32(), count[3].GetInt64()));
        return new BrakeHold(new DateTimeOffset(document.RootElement[0].GetInt64(), TimeSpan.Zero), [.. counts]);
    }

    private static string InWords(MassChangeCount count)
    {
        var what = count.Change switch
        {
            MassChange.Deleted => "would be deleted or unlinked",
            MassChange.Deactivated => "would be deactivated",
            MassChange.Overwritten => "would be overwritten",
            MassChange.StockZeroed => "would be left without stock",
            MassChange.PriceZeroed => "would lose their price",
            MassChange.Repriced => "would change their price by more than half",
            _ => "would be mailed to customers",
        };
        return $"{count.Count} of {count.Of} records {what}{(count.Earlier > 0 ? $", after {count.Earlier} others within 24 hours" : "")}";
    }
}
