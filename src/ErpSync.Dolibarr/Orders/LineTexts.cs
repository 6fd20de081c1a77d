namespace ErpSync.Dolibarr;

/// <summary>What becomes of the words of lines.</summary>
internal static class LineTexts
{
    /// <summary>Lines without a product keep their article number; others have the product's.</summary>
    public static ValueList<DocumentLine> Normalise(ValueList<DocumentLine> lines, DolibarrSetup setup) => lines.Select(line => line.Kind == LineKind.Text ? line with { Label = Notes.Normalise(line.Label, setup) } : line).ToValueList();
}
