namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The kinds of values of a column.</summary>
internal enum CellKind
{
    Null,
    Number,
    Text,
    Date,
}
