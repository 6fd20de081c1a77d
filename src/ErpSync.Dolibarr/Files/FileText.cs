using System.Text;

namespace ErpSync.Dolibarr;

/// <summary>Names of files as they are sent and as Dolibarr stores them: without accents, with underscores, and with an ending that stops programs from running.</summary>
internal static class FileText
{
    private const string NoProgram = ".noexe";

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = "application/pdf",
        [".txt"] = "text/plain",
        [".csv"] = "text/csv",
        [".xml"] = "application/xml",
        [".json"] = "application/json",
        [".zip"] = "application/zip",
        [".doc"] = "application/msword",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xls"] = "application/vnd.ms-excel",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".odt"] = "application/vnd.oasis.opendocument.text",
        [".ods"] = "application/vnd.oasis.opendocument.spreadsheet",
        [".mp4"] = "video/mp4",
    };

    /// <summary>The media type by the ending. The type that the list tells is that of the last file in the index, whatever the row.</summary>
    public static string TypeOf(DocumentRow file) => file.MediaType ?? Types.GetValueOrDefault(Path.GetExtension(file.Name)) ?? "application/octet-stream";

    /// <summary>Whether a stored name can be that of a file that was sent under a name: equal but for what storing changes.</summary>
    public static bool IsSame(string stored, string sent) => string.Equals(Core(stored), Core(sent), StringComparison.OrdinalIgnoreCase);

    /// <summary>What is wrong with a name; null when it can be sent.</summary>
    public static string? Fault(string name) => name switch
    {
        _ when string.IsNullOrWhiteSpace(name) => "The file has no name.",
        _ when name.AsSpan().IndexOfAny("/\\<>|") >= 0 || name.Any(char.IsControl) => "The file's name holds a slash, an angle bracket, a bar or a control character.",
        _ when name.StartsWith('.') || name.Contains("..", StringComparison.Ordinal) => "The file's name begins with a dot or holds two dots in a row.",
        _ => null,
    };

    private static string Core(string name)
    {
        var core = new StringBuilder(name.Length);
        var bare = name.EndsWith(NoProgram, StringComparison.OrdinalIgnoreCase) ? name[..^NoProgram.Length] : name;
        foreach (var letter in bare.Select(TextRules.WithoutAccent))
            core.Append(letter == '.' || char.IsAsciiLetterOrDigit(letter) ? letter : '_');
        return core.ToString().Trim('_');
    }
}
