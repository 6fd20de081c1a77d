namespace ErpSync.Sandbox.PrestaShop;

/// <summary>The JSON types that values take.</summary>
internal enum CellKind
{
    Text,
    Number,
    Null,
    False,
}
