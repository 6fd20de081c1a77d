namespace ErpSync.Sandbox.PrestaShop;

/// <summary>Ends a request with an error answer.</summary>
internal sealed class Refusal : Exception
{
    public Refusal(int status, params ApiError[] errors)
        : base(errors.Length > 0 ? errors[0].Message : "")
    {
        Status = status;
        Errors = errors;
    }

    public int Status { get; }

    public ApiError[] Errors { get; }

    /// <summary>PHP died: 500, HTML, no body.</summary>
    public bool Fatal { get; private init; }

    /// <summary>Set when the stand-in does not know what the real system would answer.</summary>
    public string? NotSimulated { get; private init; }

    public static Refusal Of(int status, int code, string message) => new(status, new ApiError(code, message));

    public static Refusal Empty(int status) => new(status);

    public static Refusal Died() => new(500) { Fatal = true };

    /// <summary>501: never a guess.</summary>
    public static Refusal Unknown(string what) => new(501) { NotSimulated = what };

    /// <summary>A bad list query: the first error, then the four warnings that follow because the list is missing.</summary>
    public static Refusal BadList(Edition edition, int code, string message)
    {
        var line = edition == Edition.V9 ? 1299 : 1333;
        return new Refusal(500, [
            new ApiError(code, message),
            .. Enumerable.Range(line, 4).Select(at => ApiError.Warning("Trying to access array offset on value of type bool", "webservice/WebserviceRequest.php", at)),
        ]);
    }
}
