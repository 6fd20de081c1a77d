using System.Reflection;
using System.Text.Json;

namespace ErpSync;

/// <summary>Texts in JSON files embedded into an assembly: one object of code and template per language. Reads with <see cref="JsonDocument"/>, so trimming and AOT keep it whole.</summary>
/// <param name="assembly">The assembly that holds the files.</param>
/// <param name="name">The resource's logical name with <c>{0}</c> where the language stands, for example <c>texts.{0}.json</c>.</param>
public sealed class EmbeddedTexts(Assembly assembly, string name) : ITextSource
{
    internal bool IsOf(Assembly other) => assembly == other;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Load(string language)
    {
        ArgumentException.ThrowIfNullOrEmpty(language);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        using var stream = assembly.GetManifestResourceStream(name.Replace("{0}", language, StringComparison.Ordinal));
        if (stream is null)
            return texts;
        using var document = JsonDocument.Parse(stream);
        foreach (var text in document.RootElement.EnumerateObject())
            texts[text.Name] = text.Value.GetString() ?? "";
        return texts;
    }
}
