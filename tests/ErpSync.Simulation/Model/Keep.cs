namespace ErpSync.Simulation.Model;

/// <summary>Whose version a policy keeps.</summary>
internal enum Keep
{
    Ask,
    First,
    Second,
    Newest,
}
