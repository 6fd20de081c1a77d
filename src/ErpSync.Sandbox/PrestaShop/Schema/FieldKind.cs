namespace ErpSync.Sandbox.PrestaShop;

/// <summary>How a column stores its value, which decides the stored form and the JSON type.</summary>
internal enum FieldKind
{
    Int,
    Bool,
    Decimal,
    Rate,
    Percent,
    Text,
    Html,
    Date,
    DateTime,
}
