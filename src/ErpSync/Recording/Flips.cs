using ErpSync.Comparing;
using ErpSync.Deciding;

namespace ErpSync.Recording;

/// <summary>Keeps in a link in which direction its fields were written, and names the fields that flip.</summary>
internal static class Flips
{
    public const string Code = "record.flipping";

    public static void Note<T>(PassContext context, RecordComparer<T> comparer, Compared<T> compared, Field<T> field, Verdict verdict, Link? link)
        where T : class, IEntity
    {
        if (verdict is not (Verdict.ToFirst or Verdict.ToSecond))
            return;
        if (IsOpen(link, field.Name))
            compared.FirstBases.Flips.Forget(field.Name); // a person decided
        else
            compared.FirstBases.Flips.Note(field.Name, verdict == Verdict.ToFirst ? Side.First : Side.Second, comparer.ValueOf(field, compared, verdict == Verdict.ToFirst), context.Now, context.Run);
    }

    /// <summary>The problem of a record of which fields were stopped just now; null when there is none.</summary>
    public static SyncProblem? Problem<T>(PassContext context, IReadOnlyList<Field<T>> fields, Decision<T> decision)
        where T : class, IEntity
    {
        var stopped = fields.Where((field, i) => i < decision.Fields.Length && decision.Fields[i].Reason == OpenReason.Flipping && !IsOpen(decision.Loaded.Link, field.Name)).ToList();
        if (stopped.Count == 0)
            return null;
        var names = string.Join(", ", stopped.Select(field => field.Name));
        return new SyncProblem(ProblemKind.Held, Code, $"{names} was written back and forth between {context.First.Name} and {context.Second.Name} several times: two rules or tools fight over it. It is left alone until somebody decides.")
        {
            EntityKind = T.Kind,
            Connection = context.First.Name,
            Id = decision.Loaded.First?.Id,
            Field = stopped[0].Name,
            Raw = string.Join("; ", stopped.Select(field => $"{field.Name}: {context.First.Name} {Short(field.Display(decision.Loaded.First!.Value))} | {context.Second.Name} {Short(field.Display(decision.Loaded.SecondInFirst!))}")),
            Remedy = "Switch one of the two off, then resolve it with the version that is right.",
        };
    }

    public static bool AnyOpen<T>(Decision<T> decision)
        where T : class, IEntity => decision.Fields.Any(field => field.Reason == OpenReason.Flipping);

    private static bool IsOpen(Link? link, string field) => link is not null && link.Open.Any(open => open.Reason == OpenReason.Flipping && string.Equals(open.Field, field, StringComparison.Ordinal));

    private static string Short(string text) => text.Length <= 200 ? $"'{text}'" : $"'{text[..200]}…'";
}
