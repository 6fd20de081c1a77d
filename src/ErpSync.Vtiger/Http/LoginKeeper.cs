using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ErpSync.Http;

namespace ErpSync.Vtiger;

/// <summary>
/// Holds the one session that all requests of a connection share. Logins follow one another, because a second challenge of the same user kills the first;
/// an ended session is replaced once, however many requests notice it.
/// </summary>
internal sealed class LoginKeeper(ConnectionClient client, VtigerOptions options, Func<VtigerCall, string?, CancellationToken, Task<JsonElement>> send) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private LoginState? _state;

    public LoginState? State => Volatile.Read(ref _state);

    /// <summary>The session; logs in where there is none.</summary>
    /// <param name="ended">The session that was found ended; null when none was.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async ValueTask<LoginState> GetAsync(LoginState? ended, CancellationToken cancellationToken)
    {
        if (State is { } present && present != ended)
            return present;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (State is { } meanwhile && meanwhile != ended)
                return meanwhile;
            Volatile.Write(ref _state, null);
            var state = await LoginAsync(cancellationToken);
            Volatile.Write(ref _state, state);
            return state;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    // Another process that logs in with the same user replaces the challenge in between: a second try with a fresh one tells that apart from a wrong key.
    private async Task<LoginState> LoginAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await TryAsync(cancellationToken);
        }
        catch (ConnectorException fault) when (fault.Problem.Code is VtigerCodes.LoginRefused or VtigerCodes.ChallengeLost)
        {
        }

        try
        {
            return await TryAsync(cancellationToken);
        }
        catch (ConnectorException fault) when (fault.Problem.Code is VtigerCodes.LoginRefused or VtigerCodes.ChallengeLost)
        {
            throw new ConnectorException(
                new SyncProblem(
                    ProblemKind.Unauthorized,
                    VtigerCodes.LoginRefused,
                    $"vtiger refuses the login of {options.UserName:user}, twice, the second time with a fresh challenge. It answers alike for three causes: the access key is wrong, the user is inactive, or another program logs in with the same user at the same moment and replaces the challenge.")
                {
                    Connection = client.Name,
                    Remedy = "Take the access key from the user's preferences (it is not the password), check that the user is active, and give ErpSync a user of its own.",
                },
                fault);
        }
    }

    private async Task<LoginState> TryAsync(CancellationToken cancellationToken)
    {
        var challenge = await ChallengeAsync(cancellationToken);
        var token = challenge.Text("token") ?? throw new ConnectorException(new SyncProblem(ProblemKind.Unreadable, VtigerCodes.ChallengeLost, "The answer to getchallenge has no token.") { Connection = client.Name });
        var hash = Md5(token + options.AccessKey);
        client.Secrets.Add(hash);
        var result = await send(
            VtigerCall.Post("login", ("username", options.UserName), ("accessKey", hash)) with { ChangesNothing = true, Purpose = RequestPurpose.Reference }, null, cancellationToken);
        var session = result.Text("sessionName") ?? throw new ConnectorException(new SyncProblem(ProblemKind.Unreadable, VtigerCodes.LoginRefused, "The answer to login has no session.") { Connection = client.Name });
        client.Secrets.Add(session);
        return new LoginState(session, result.Text("userId") ?? "", result.Text("vtigerVersion") ?? "")
        {
            IsAdmin = result.Flag("is_admin"),
            ServerTime = challenge.Number("serverTime") is { } seconds and > 0 ? DateTimeOffset.FromUnixTimeSeconds((long)seconds) : null,
        };
    }

    private async Task<JsonElement> ChallengeAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await send(VtigerCall.Get("getchallenge", ("username", options.UserName)) with { Purpose = RequestPurpose.Reference }, null, cancellationToken);
        }
        catch (ConnectorException fault) when (fault.Problem.Code == VtigerCodes.AccessDenied)
        {
            throw new ConnectorException(
                new SyncProblem(ProblemKind.Unauthorized, VtigerCodes.UserUnknown, $"vtiger has no user {options.UserName:user}.")
                {
                    Connection = client.Name,
                    Remedy = "Check the option UserName: it is the name that the user logs in with, not the e-mail address.",
                },
                fault);
        }
    }

    /// <summary>The protocol's own hash; it protects nothing, https does.</summary>
    internal static string Md5(string text)
    {
#pragma warning disable CA5351 // The protocol of vtiger demands MD5.
        return Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351
    }
}
