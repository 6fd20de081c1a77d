using Microsoft.AspNetCore.Http;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Finds the user of a request.</summary>
internal static class Authentication
{
    /// <summary>The rights of the key's user.</summary>
    /// <exception cref="RestException">401 without a key, with an unknown one, or for an entity that does not exist.</exception>
    public static DolibarrRights Check(HttpRequest request, DolibarrKeyRing keys, DolibarrState state)
    {
        if (Key(request, state) is not { } key)
        {
            throw Refuse(state.Is18
                ? "Failed to login to API. No parameter 'HTTP_DOLAPIKEY' on HTTP header (and no parameter DOLAPIKEY in URL)."
                : "Failed to login to API. Neither parameter 'HTTP_DOLAPIKEY' nor 'Authentication: Bearer' found on HTTP header (and no parameter DOLAPIKEY in URL).", state.Is18 ? 205 : 317);
        }

        if (keys.Find(key) is not { } rights)
            throw Refuse("Error user not valid (not found with api key or bad status or bad validity dates) (conf->entity=1)", state.Is18 ? 153 : 242);
        if (request.Headers["DOLAPIENTITY"].ToString() is { Length: > 0 } entity && entity != "1")
            throw Refuse("functions_isallowed::check_user_api_key Authentication KO for 'admin': Token not valid (may be a typo or a wrong entity)", 223);
        return rights;
    }

    private static string? Key(HttpRequest request, DolibarrState state)
    {
        if (request.Headers["DOLAPIKEY"].ToString() is { Length: > 0 } header)
            return header;
        foreach (var name in new[] { "DOLAPIKEY", "api_key" })
        {
            if (request.Query[name].ToString() is { Length: > 0 } parameter)
                return parameter;
        }

        const string scheme = "Bearer ";
        var authorization = request.Headers.Authorization.ToString();
        return !state.Is18 && authorization.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? authorization[scheme.Length..].Trim() : null;
    }

    private static RestException Refuse(string message, int line) =>
        new(401, message) { Stage = RestStage.Authenticate, Place = $"api_access.class.php:{line}" };
}
