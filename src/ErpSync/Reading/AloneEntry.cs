using System.Runtime.CompilerServices;

namespace ErpSync.Reading;

/// <summary>What is remembered of a record that has no link and gets none as things are: hashes and ids only.</summary>
/// <param name="Stamp">The hash of its stamp; empty when it has none.</param>
/// <param name="Sort">Why it has no link.</param>
/// <param name="Rule">For records that the pair leaves out: the rule that did; empty for the others.</param>
/// <param name="Owner">Its owner at its own side; null when it has none.</param>
/// <param name="OwnerThere">The owner's id at the other side; null when it has no link.</param>
/// <param name="Keys">The hashes of its keys.</param>
internal sealed record AloneEntry(string Stamp, AloneSort Sort, string Rule, Ref? Owner, string? OwnerThere, IReadOnlyList<string> Keys)
{
    private const char Separator = '\n';
    private const string NoLink = "\t";

    private static readonly ConditionalWeakTable<Delegate, string> Rules = [];

    /// <summary>Tells a rule from others while the process lives. What it says may follow from anything, so that nobody can tell whether that of an earlier process is the same.</summary>
    public static string RuleOf(Delegate? rule) => rule is null ? "" : Rules.GetValue(rule, static _ => Guid.NewGuid().ToString("N"));

    public override string ToString() => string.Join(Separator, Stamp, (int)Sort, Rule, Owner?.Kind.Name, Owner?.Id.Value, OwnerThere ?? NoLink, string.Join(',', Keys));

    /// <returns>Null for a text of another version.</returns>
    public static AloneEntry? Parse(string? text)
    {
        if (text?.Split(Separator) is not { Length: 7 } parts || !int.TryParse(parts[1], System.Globalization.CultureInfo.InvariantCulture, out var sort))
            return null;
        Ref? owner = parts[3].Length == 0 ? null : new Ref(new EntityKind(parts[3]), new RemoteId(parts[4]));
        return new AloneEntry(parts[0], (AloneSort)sort, parts[2], owner, parts[5] == NoLink ? null : parts[5], parts[6].Split(',', StringSplitOptions.RemoveEmptyEntries));
    }
}
