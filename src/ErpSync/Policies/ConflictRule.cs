namespace ErpSync;

internal enum ConflictRule
{
    Ask,
    Keep,
    KeepNewest,
    Delegate,
}
