namespace ErpSync.Recipes;

/// <summary>Carries changes of an order's lines only where lines were removed and the others stayed as they were.</summary>
internal sealed class RemovedLinesOnly : KindDecorator<Order>
{
    public override ValueTask<IReadOnlyList<Revision<Order>>> UpdateAsync(IReadOnlyList<Revision<Order>> batch, CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<Revision<Order>>>(
        [.. batch.Select(revision => revision.Fields.Contains(nameof(Order.Lines)) && !IsRemoval(revision) ? new Revision<Order>(revision.Current, revision.Wanted, [.. revision.Fields.Where(field => field != nameof(Order.Lines))]) : revision)]);

    private static bool IsRemoval(Revision<Order> revision)
    {
        var present = revision.Current.Value.Lines.Select(Key).ToList();
        return revision.Wanted.Lines.Count < present.Count && revision.Wanted.Lines.Select(Key).All(present.Remove);
    }

    private static (string? Product, LineKind Kind, decimal Quantity, decimal? Net) Key(DocumentLine line) =>
        (line.Product?.Id.Value, line.Kind, line.Quantity, line.Net is { } net ? Math.Round(net.Amount, 2, MidpointRounding.AwayFromZero) : null);
}
