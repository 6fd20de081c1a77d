using ErpSync.Http;

namespace ErpSync.Vtiger;

/// <summary>One operation of the webservice with its parameters, without the session.</summary>
/// <param name="Operation">Its name, for example <c>retrieve</c>.</param>
/// <param name="Parameters">Its parameters; they travel in the query of GET operations and in the body of POST operations, nowhere else are they read.</param>
internal sealed record VtigerCall(string Operation, params (string Name, string Value)[] Parameters)
{
    /// <summary>True for operations that are bound to POST.</summary>
    public bool IsPost { get; init; }

    /// <summary>True when a POST changes nothing (a login).</summary>
    public bool ChangesNothing { get; init; }

    /// <summary>True for operations that PHP 8 kills on an unmodified server: 500 with an empty body is then told apart and not repeated.</summary>
    public bool MayBeDead { get; init; }

    public RequestPurpose Purpose { get; init; }

    public Call With(string? session)
    {
        var parts = new List<KeyValuePair<string, string>> { new("operation", Operation) };
        if (session is not null)
            parts.Add(new("sessionName", session));
        parts.AddRange(Parameters.Select(parameter => new KeyValuePair<string, string>(parameter.Name, parameter.Value)));
        Func<HttpContent> body = () => new FormUrlEncodedContent(parts);
        var call = !IsPost ? Call.Get(VtigerAddress.Endpoint + "?" + string.Join('&', parts.Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value)}")))
            : ChangesNothing ? Call.ReadByPost(VtigerAddress.Endpoint, body)
            : Call.Post(VtigerAddress.Endpoint, body);
        return call with { Purpose = Purpose, Label = Operation, Accepts = MayBeDead ? [System.Net.HttpStatusCode.InternalServerError] : [] };
    }

    public static VtigerCall Get(string operation, params (string Name, string Value)[] parameters) => new(operation, parameters);

    public static VtigerCall Post(string operation, params (string Name, string Value)[] parameters) => new(operation, parameters) { IsPost = true };
}
