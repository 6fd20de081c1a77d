namespace ErpSync.Vtiger;

/// <summary>A session and what its login told.</summary>
/// <param name="Session">The session's name: a secret.</param>
/// <param name="UserId">The user's id, for example <c>19x1</c>.</param>
/// <param name="Version">The version of vtiger as it names itself.</param>
internal sealed record LoginState(string Session, string UserId, string Version)
{
    public bool IsAdmin { get; init; }

    /// <summary>The server's clock at the login.</summary>
    public DateTimeOffset? ServerTime { get; init; }
}
