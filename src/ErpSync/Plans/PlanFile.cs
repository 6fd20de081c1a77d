using System.Text.Json;

namespace ErpSync;

/// <summary>Writes and reads the saved form of plans, element by element.</summary>
internal static class PlanFile
{
    private const int FlushEvery = 500;

    public static async Task WriteAsync(SyncPlan plan, Stream stream, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartArray();
        JsonSerializer.Serialize(json, new PlanRow { Plan = Header(plan) }, PlanRows.Default.PlanRow);
        var written = 0;
        foreach (var entry in plan.Entries)
        {
            JsonSerializer.Serialize(json, Row(entry), PlanRows.Default.PlanRow);
            if (++written % FlushEvery == 0)
                await json.FlushAsync(cancellationToken);
        }

        json.WriteEndArray();
        await json.FlushAsync(cancellationToken);
    }

    public static async Task<SyncPlan> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        PlanHeader? header = null;
        var entries = new List<PlanEntry>();
        try
        {
            await foreach (var row in JsonSerializer.DeserializeAsyncEnumerable(stream, PlanRows.Default.PlanRow, cancellationToken))
            {
                if (header is null)
                    header = Check(row?.Plan);
                else
                    entries.Add(Entry(row, entries.Count + 1));
            }
        }
        catch (JsonException exception)
        {
            throw new PlanFormatException(Broken(header, entries.Count, exception.Message), exception);
        }

        if (header is null)
            throw new PlanFormatException(NotAPlan());
        return new SyncPlan(header.Pair!, header.First!, header.Second!, header.MadeAt, Convert.FromHexString(header.Salt!), entries)
        {
            EstimatedRequests = header.Requests ?? new Dictionary<string, long>(StringComparer.Ordinal),
            Options = header.Options ?? new Dictionary<string, string>(StringComparer.Ordinal),
        };
    }

    private static PlanHeader Header(SyncPlan plan) => new()
    {
        Format = SyncPlan.CurrentFormat,
        Pair = plan.Pair,
        First = plan.First,
        Second = plan.Second,
        MadeAt = plan.MadeAt,
        Salt = Convert.ToHexStringLower(plan.Salt.Span),
        Requests = plan.EstimatedRequests.ToDictionary(StringComparer.Ordinal),
        Options = plan.Options.Count == 0 ? null : plan.Options.ToDictionary(StringComparer.Ordinal),
        Counts = plan.Counts.ToDictionary(count => $"{count.Kind.Name} {count.Action}", count => count.Entries, StringComparer.Ordinal),
    };

    private static PlanHeader Check(PlanHeader? header)
    {
        if (header is null)
            throw new PlanFormatException(NotAPlan());
        if (header.Format > SyncPlan.CurrentFormat)
        {
            throw new PlanFormatException(new SyncProblem(ProblemKind.Unsupported, "plan.newer-format", $"The plan has format {header.Format}; this version of ErpSync reads up to {SyncPlan.CurrentFormat}.")
            {
                Remedy = "Apply it with the version that made it, or make a new one.",
            });
        }

        var isWhole = header is { Format: > 0, Pair.Length: > 0, First.Length: > 0, Second.Length: > 0, Salt: { Length: > 0 } salt } && salt.All(char.IsAsciiHexDigit) && salt.Length % 2 == 0;
        return isWhole ? header : throw new PlanFormatException(NotAPlan());
    }

    private static PlanRow Row(PlanEntry entry) => new()
    {
        Kind = entry.Kind.Name,
        Action = entry.Action.ToString(),
        First = entry.FirstId?.Value,
        Second = entry.SecondId?.Value,
        Target = entry.Target,
        Label = entry.Label,
        Reason = entry.Reason,
        Why = entry.Why?.ToString(),
        Fields = entry.Fields.Count == 0 ? null : [.. entry.Fields],
        Changes = entry.Changes.Count == 0 ? null : [.. entry.Changes.Select(change => new[] { change.Field, change.From, change.To })],
        MassChanges = entry.MassChanges.Count == 0 ? null : [.. entry.MassChanges.Select(MassChangeText.Of)],
        Candidates = entry.Candidates.Count == 0 ? null : [.. entry.Candidates.Select(id => id.Value)],
        DependsOn = entry.DependsOn.Count == 0 ? null : [.. entry.DependsOn.Select(needed => new[] { needed.Kind.Name, needed.Connection, needed.Id.Value })],
        FirstBasis = entry.FirstBasis,
        SecondBasis = entry.SecondBasis,
        Content = entry.Content,
    };

    private static PlanEntry Entry(PlanRow? row, int number)
    {
        if (row?.Kind is not { Length: > 0 } kind || !Enum.TryParse<PlanAction>(row.Action, out var action) || !Enum.IsDefined(action) || (row.First is null && row.Second is null && action != PlanAction.Brake))
            throw new PlanFormatException(BadEntry(number));
        if (row.Changes?.Any(change => change is not [{ }, _, { }]) == true || row.DependsOn?.Any(needed => needed is not [{ }, { }, { }]) == true)
            throw new PlanFormatException(BadEntry(number));
        return new PlanEntry(new EntityKind(kind), action, Id(row.First), Id(row.Second))
        {
            Target = row.Target,
            Label = row.Label ?? "",
            Reason = row.Reason ?? "",
            Why = SyncReason.Parse(row.Why),
            Fields = row.Fields ?? [],
            Changes = [.. (row.Changes ?? []).Select(change => new FieldChange(change[0]!, change[1], change[2]!))],
            MassChanges = [.. (row.MassChanges ?? []).Select(MassChangeText.Parse).OfType<MassChangeCount>()],
            Candidates = [.. (row.Candidates ?? []).Select(id => new RemoteId(id))],
            DependsOn = [.. (row.DependsOn ?? []).Select(needed => new PlanDependency(new EntityKind(needed[0]), needed[1], new RemoteId(needed[2])))],
            FirstBasis = row.FirstBasis,
            SecondBasis = row.SecondBasis,
            Content = row.Content,
        };
    }

    private static RemoteId? Id(string? text) => text is null ? null : new RemoteId(text);

    private static SyncProblem NotAPlan() => new(ProblemKind.Unreadable, "plan.not-a-plan", "This is not a plan of ErpSync: it does not begin with a plan's header.")
    {
        Remedy = "Save plans with SyncPlan.SaveAsync and load the same file.",
    };

    private static SyncProblem BadEntry(int number) => new(ProblemKind.Unreadable, "plan.bad-entry", $"Entry {number} of the plan is not complete: kind, action or ids are missing or unknown.")
    {
        Remedy = "Do not edit entries; take whole ones out, or make a new plan.",
    };

    private static SyncProblem Broken(PlanHeader? header, int entries, string reason) => header is null
        ? new SyncProblem(ProblemKind.Unreadable, "plan.not-json", $"The plan cannot be read: {reason}") { Remedy = "Load a file that SyncPlan.SaveAsync wrote." }
        : new SyncProblem(ProblemKind.Unreadable, "plan.cut-off", $"The plan breaks off or is damaged behind entry {entries}: {reason}") { Remedy = "Copy the file again, or make a new plan." };
}
