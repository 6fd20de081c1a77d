namespace ErpSync.Sandbox.PrestaShop;

/// <summary>One error of an answer.</summary>
/// <param name="Code">The webservice's code; 2 to 13 are notices and warnings of PHP.</param>
/// <param name="Message">The message.</param>
internal sealed record ApiError(int Code, string Message)
{
    /// <summary>A PHP warning as the webservice reports it.</summary>
    public static ApiError Warning(string message, string file, int line) => new(3, $"[PHP Warning #2] {message} (/var/www/html/classes/{file}, line {line})");
}
