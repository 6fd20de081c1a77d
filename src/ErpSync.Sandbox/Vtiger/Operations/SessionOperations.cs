using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>Challenge, login, and the end of a session.</summary>
internal sealed class SessionOperations(VtigerState state)
{
    private const string ApiVersion = "0.22";

    public JsonNode Challenge(string name)
    {
        if (name.Length == 0)
            throw new VtigerProblem("ACCESS_DENIED", "No username given");
        if (Find(name) is null)
            throw new VtigerProblem("ACCESS_DENIED", "username does not exists");
        var (token, at, until) = state.Sessions.Challenge(name);
        return new JsonObject { ["token"] = token, ["serverTime"] = at, ["expireTime"] = until };
    }

    public JsonNode Login(string name, string answer)
    {
        if (Find(name) is not { } user || state.Sessions.TokenOf(user.Name) is not { } token)
            throw new VtigerProblem("INVALID_AUTH_TOKEN", "Specified token is invalid or expired");
        if (!user.IsActive || SessionTable.Answer(token, user.AccessKey) != answer)
            throw new VtigerProblem("INVALID_USER_CREDENTIALS", "Invalid username or password");
        var row = state.Tables["Users"][user.Number];
        return new JsonObject
        {
            ["username"] = user.Name,
            ["first_name"] = row["first_name"],
            ["last_name"] = row["last_name"],
            ["email"] = row["email1"],
            ["time_zone"] = row["time_zone"],
            ["hour_format"] = row["hour_format"],
            ["date_format"] = row["date_format"],
            ["is_admin"] = row["is_admin"],
            ["call_duration"] = row["callduration"],
            ["other_event_duration"] = row["othereventduration"],
            ["sessionName"] = state.Sessions.Open(user.Number),
            ["userId"] = state.UserId(user),
            ["version"] = ApiVersion,
            ["vtigerVersion"] = state.Options.Version,
        };
    }

    public JsonNode Extend(string session, VtigerUser user) => new JsonObject
    {
        ["sessionName"] = session,
        ["userId"] = state.UserId(user),
        ["version"] = ApiVersion,
        ["vtigerVersion"] = state.Options.Version,
    };

    public JsonNode Close(string session)
    {
        state.Sessions.Close(session);
        return new JsonObject { ["message"] = "successfull" };
    }

    public VtigerUser UserOf(string session)
    {
        if (session.Length == 0)
            throw new VtigerProblem("AUTHENTICATION_REQUIRED", "Authencation required");
        return state.Sessions.Use(session) is { } number ? state.UserOf(number) : throw new VtigerProblem("INVALID_SESSIONID", "Session Identifier provided is Invalid");
    }

    private VtigerUser? Find(string name) => state.Users.FirstOrDefault(user => string.Equals(user.Name, name, StringComparison.OrdinalIgnoreCase));
}
