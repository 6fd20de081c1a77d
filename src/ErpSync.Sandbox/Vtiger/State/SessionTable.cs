using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>Challenges, one a user, and sessions that end when they were not used for a while.</summary>
internal sealed class SessionTable(VtigerSandboxOptions options, TimeProvider clock)
{
    private readonly Dictionary<string, (string Token, DateTimeOffset Until)> _challenges = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long User, DateTimeOffset Used)> _sessions = new(StringComparer.Ordinal);

    /// <summary>A new challenge; the user's earlier one is dead from now on.</summary>
    public (string Token, long At, long Until) Challenge(string user)
    {
        var now = clock.GetUtcNow();
        var token = now.ToUnixTimeSeconds().ToString("x8", CultureInfo.InvariantCulture) + RandomNumberGenerator.GetHexString(5, lowercase: true);
        _challenges[user] = (token, now.AddSeconds(300));
        return (token, now.ToUnixTimeSeconds(), now.ToUnixTimeSeconds() + 300);
    }

    /// <summary>The user's challenge; null when there is none or it is too old.</summary>
    public string? TokenOf(string user) => _challenges.TryGetValue(user, out var challenge) && challenge.Until >= clock.GetUtcNow() ? challenge.Token : null;

    public static string Answer(string token, string accessKey)
    {
#pragma warning disable CA5351 // The server's own scheme.
        return Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(token + accessKey)));
#pragma warning restore CA5351
    }

    public string Open(long user)
    {
        var name = RandomNumberGenerator.GetHexString(26, lowercase: true);
        _sessions[name] = (user, clock.GetUtcNow());
        return name;
    }

    /// <summary>The number of the session's user; null when it has ended.</summary>
    public long? Use(string name)
    {
        var now = clock.GetUtcNow();
        if (!_sessions.TryGetValue(name, out var session) || now - session.Used > options.SessionIdle)
            return null;
        _sessions[name] = (session.User, now);
        return session.User;
    }

    public void Close(string name) => _sessions.Remove(name);

    public void Clear() => _sessions.Clear();
}

/// <summary>A registered application of the synchronisation service, with its map from client ids to records.</summary>
internal sealed record ApplicationKey(string Type, bool IsApplication)
{
    public Dictionary<string, (string Server, string Modified)> Map { get; } = new(StringComparer.Ordinal);

    /// <summary>When the application last wrote a record, by id.</summary>
    public Dictionary<string, string> Written { get; } = new(StringComparer.Ordinal);
}
