namespace ErpSync.Wire;

internal enum WireVerdict
{
    Read,
    Classified,
    NotApplicable,
    Failed,
}
