using ErpSync.Reading;

namespace ErpSync.Deciding;

/// <summary>Checks that the money of a document adds up in its own system before the other one books it, whatever the two are. Pure.</summary>
internal static class DocumentMoney
{
    /// <summary>The code of a document whose lines do not come to its total.</summary>
    public const string DiffersCode = "document.totals-differ";

    /// <summary>The code of a document with a total and without lines.</summary>
    public const string LinesMissingCode = "document.lines-missing";

    /// <summary>What is wrong with the money of a record that its other side is to get; null when nothing is, it tells too little, or it is no document.</summary>
    /// <param name="record">The record at its own side.</param>
    /// <param name="side">That side.</param>
    /// <param name="there">The name of the other connection.</param>
    /// <returns>The problem.</returns>
    public static SyncProblem? Find<T>(Remote<T> record, SideContext<T> side, string there)
        where T : class, IEntity
    {
        if (Parts(record.Value) is not { } parts || parts.Told.Gross is not { } total || !side.Reads(nameof(Order.Lines)))
            return null;
        var (lines, told, rounding) = parts;
        if (DocumentTotals.Count(lines) == 0)
        {
            return total.Amount == 0 ? null : Problem(record, side, nameof(Order.Lines), new SyncProblem(ProblemKind.Rejected, LinesMissingCode, $"It has no lines, and its total is {total:total}.")
                .WithRemedy($"Look whether {side.Name:here} gives its lines (rights, a plugin): nothing is booked in {there:there} without them."));
        }

        var check = DocumentTotals.Check(lines, told, rounding);
        return check is not { Verdict: TotalsVerdict.Different, Found.Gross: { } found } ? null : Problem(record, side, nameof(Order.TotalGross), new SyncProblem(ProblemKind.Rejected, DiffersCode, $"Its lines come to {Text(check.Found, found):found}, and its total is {Text(told, total):total}.")
            .WithRemedy($"Correct it in {side.Name:here}: nothing is booked in {there:there} until its lines come to its total."));
    }

    private static (IReadOnlyCollection<DocumentLine> Lines, DocumentAmounts Told, RoundingRule? Rounding)? Parts(IEntity value) => value switch
    {
        Order order => (order.Lines, DocumentAmounts.Of(order), order.Rounding),
        Invoice invoice => (invoice.Lines, DocumentAmounts.Of(invoice), invoice.Rounding),
        CreditNote note => (note.Lines, DocumentAmounts.Of(note), note.Rounding),
        _ => null,
    };

    private static string Text(DocumentAmounts amounts, Money gross) =>
        amounts is { Net: { } net, Tax: { } tax } ? $"{Rounded(net)} + {Rounded(tax)} = {Rounded(gross)}" : Rounded(gross);

    private static string Rounded(Money money) => money.Round(money.Currency.Decimals).ToString();

    private static SyncProblem Problem<T>(Remote<T> record, SideContext<T> side, string field, SyncProblem problem)
        where T : class, IEntity => problem with { Connection = side.Name, EntityKind = T.Kind, Id = record.Id, Field = field };
}
