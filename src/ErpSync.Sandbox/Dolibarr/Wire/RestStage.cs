namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Where in the server a request failed; the answer names it.</summary>
internal enum RestStage
{
    Setup,
    Route,
    Authenticate,
    Validate,
    Call,
}
