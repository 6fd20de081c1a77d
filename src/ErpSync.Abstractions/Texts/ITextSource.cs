namespace ErpSync;

/// <summary>Texts of one package by code. Register one as a singleton for the package's own codes; hosts may register more.</summary>
public interface ITextSource
{
    /// <summary>The texts in a language.</summary>
    /// <param name="language">The ISO 639-1 code, for example <c>fr</c>.</param>
    /// <returns>Templates by code, values as <c>{name}</c>; what to do about a problem stands under the code followed by <c>.remedy</c>. Empty when the language is not known.</returns>
    IReadOnlyDictionary<string, string> Load(string language);
}
