namespace ErpSync.Sandbox.Vtiger;

/// <summary>A refusal that the server tells in its envelope, with HTTP 200. The code <c>0</c> is sent as a number.</summary>
internal sealed class VtigerProblem(string code, string message) : Exception(message)
{
    public string Code => code;

    public static VtigerProblem Denied(string suffix = "") => new("ACCESS_DENIED", "Permission to perform the operation is denied" + suffix);

    public static VtigerProblem DeniedRead() => new("ACCESS_DENIED", "Permission to read given object is denied");

    public static VtigerProblem DeniedWrite() => new("ACCESS_DENIED", "Permission to write is denied");

    public static VtigerProblem WrongId() => new("INVALID_ID_ATTRIBUTE", "Id specified is incorrect");

    public static VtigerProblem Missing(string field) => new("MANDATORY_FIELDS_MISSING", field + " does not have a value");

    public static VtigerProblem Unknown() => new("INTERNAL_SERVER_ERROR", "Unknown Error while processing request");

    public static VtigerProblem Duplicate() => new("0", "Duplicate(s) detected!");
}

/// <summary>A fatal error of PHP: HTTP 500 with an empty body.</summary>
internal sealed class PhpFatalException() : Exception("A fatal error of PHP.");

/// <summary>Something that the stand-in does not have: HTTP 501.</summary>
internal sealed class NotSimulatedException(string what) : Exception(what);
