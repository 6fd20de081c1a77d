using System.Collections.Concurrent;
using System.Globalization;

namespace ErpSync.Texts;

/// <summary>The texts of all packages, with the host's own words laid over them.</summary>
internal sealed class SyncTexts(TextOptions options, IEnumerable<ITextSource> sources) : ISyncTexts
{
    private const string English = "en";
    private const string RemedySuffix = ".remedy";

    private readonly ITextSource[] _sources = [.. sources];
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> _loaded = new(StringComparer.Ordinal);

    public static ITextSource Own { get; } = new EmbeddedTexts(typeof(SyncTexts).Assembly, "texts.{0}.json");

    /// <summary>The shipped texts of the engine and its contracts; the words of everything that is not told otherwise.</summary>
    public static SyncTexts Shipped { get; } = new(new TextOptions(), [Own]);

    public string Language => options.Language ?? (CultureInfo.CurrentUICulture.Name is { Length: > 0 } current ? current : English);

    public string Message(SyncProblem problem, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return Say(problem.Code, problem.Message, Values(problem), language);
    }

    public string? Remedy(SyncProblem problem, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem.Remedy is { } remedy ? Say(problem.Code + RemedySuffix, remedy, Values(problem), language) : null;
    }

    /// <summary>What happened and what to do about it.</summary>
    public string Sentence(SyncProblem problem, string? language = null) => Remedy(problem, language) is { } remedy ? $"{Message(problem, language)} {remedy}" : Message(problem, language);

    public string Message(Finding finding, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return Say(finding.Code, finding.Message, Values(finding), language);
    }

    public string? Remedy(Finding finding, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Remedy is { } remedy ? Say(finding.Code + RemedySuffix, remedy, Values(finding), language) : null;
    }

    public string Reason(SyncReason reason, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return Say(reason.Code, null, name => reason.Arguments[name], language);
    }

    public string Reason(string stored, string? language = null) => SyncReason.Parse(stored) is { } reason ? Reason(reason, language) : stored;

    public string? Template(string code, string language) => options.Replaced(language, code) ?? Loaded(language).GetValueOrDefault(code);

    /// <summary>The text of a code with named values, for sentences that are not problems.</summary>
    public string Say(string code, string? language, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
            map[name] = value;
        return Say(code, null, map.GetValueOrDefault, language);
    }

    /// <param name="code">The code.</param>
    /// <param name="words">The English words that were made with the problem; null when the shipped text is the only one.</param>
    /// <param name="values">The values by name.</param>
    /// <param name="language">The language; null for the configured one.</param>
    private string Say(string code, string? words, Func<string, string?> values, string? language)
    {
        foreach (var tongue in Chain(language ?? Language))
        {
            if (options.Replaced(tongue, code) is { } own && Fill(own, values, tongue) is { } replaced)
                return replaced;

            // The words that came with a problem say more than the shipped text of its code: they are the English text.
            if (words is not null && tongue == English)
                return words;
            if (Loaded(tongue).GetValueOrDefault(code) is { } shipped && Fill(shipped, values, tongue) is { } said)
                return said;
        }

        return words ?? code;
    }

    private static IEnumerable<string> Chain(string language)
    {
        for (var tongue = language; tongue.Length > 0; tongue = tongue.LastIndexOf('-') is var hyphen and > 0 ? tongue[..hyphen] : "")
            yield return tongue;
        if (language != English)
            yield return English;
    }

    private IReadOnlyDictionary<string, string> Loaded(string language) => _loaded.GetOrAdd(language, tongue =>
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var source in _sources)
        {
            foreach (var (code, text) in source.Load(tongue))
                texts[code] = text;
        }

        return texts;
    });

    /// <summary>The template with its values; null when one of them is not known.</summary>
    private string? Fill(string template, Func<string, string?> values, string language) =>
        TextTemplate.Fill(template, name => values(name) is { } value ? InWords(name, value, language) : null);

    /// <summary>Kinds have names for people, and a reason may stand within another.</summary>
    private string InWords(string name, string value, string language) => name == "reason" ? Reason(value, language) : name is "kind" or "owner" or "missing" ? Template($"kind.{value}", language) ?? value : value;

    private static Func<string, string?> Values(SyncProblem problem) => name => problem.Arguments[name] ?? name switch
    {
        "connection" => problem.Connection,
        "kind" => problem.EntityKind?.Name,
        "id" => problem.Id?.Value,
        "field" => problem.Field,
        "message" => problem.Message,
        "status" => problem.HttpStatus?.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    private static Func<string, string?> Values(Finding finding) => name => finding.Arguments[name] ?? name switch
    {
        "connection" => finding.Connection,
        "message" => finding.Message,
        _ => null,
    };
}
