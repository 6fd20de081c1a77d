namespace ErpSync.Sandbox.PrestaShop;

/// <summary>A value on its way out: its text and how JSON shows it.</summary>
internal readonly record struct Cell(CellKind Kind, string Text)
{
    public static Cell Null => new(CellKind.Null, "");

    public static Cell False => new(CellKind.False, "");

    public static Cell Empty => new(CellKind.Text, "");

    /// <summary>What PHP takes for false, and single JSON items leave out since 8.0.</summary>
    public bool IsFalsy => Kind is CellKind.Null or CellKind.False || Text is "" or "0";
}
