using System.Text.Json;

namespace ErpSync;

/// <summary>Plain text; null and the empty text are the same, surrounding blanks and the form of accents do not count.</summary>
public sealed class TextField : FieldType<string?>
{
    private readonly Func<string?, string> _canonical;

    /// <summary>Text whose case counts.</summary>
    public TextField()
        : this(Canonical)
    {
    }

    private TextField(Func<string?, string> canonical) => _canonical = canonical;

    /// <summary>Text whose case counts.</summary>
    public static TextField Instance { get; } = new();

    /// <summary>Text whose case does not count, such as an e-mail address.</summary>
    public static TextField AnyCase { get; } = new(AnyCaseCanonical);

    /// <summary>A telephone number: digits and a leading plus count.</summary>
    public static TextField Phone { get; } = new(PhoneCanonical);

    /// <summary>A number with letters, such as a VAT number: letters and digits count, their case does not.</summary>
    public static TextField Code { get; } = new(CodeCanonical);

    /// <inheritdoc/>
    public override bool AreEqual(string? one, string? other) =>
        string.Equals(one ?? "", other ?? "", StringComparison.Ordinal) || string.Equals(_canonical(one), _canonical(other), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json, string? value)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStringValue(value ?? "");
    }

    /// <inheritdoc/>
    public override string? Read(JsonElement json) => json.GetString() is { Length: > 0 } text ? text : null;

    internal static bool AreSame(string? one, string? other)
    {
        if (string.Equals(one ?? "", other ?? "", StringComparison.Ordinal))
            return true;
        return string.Equals(Canonical(one), Canonical(other), StringComparison.Ordinal);
    }

    internal static string AnyCaseCanonical(string? text) => Canonical(text).ToLowerInvariant();

    internal static string PhoneCanonical(string? text)
    {
        var digits = string.Concat((text ?? "").Where(char.IsAsciiDigit));
        return (text ?? "").TrimStart().StartsWith('+') ? "+" + digits : digits;
    }

    internal static string CodeCanonical(string? text) => string.Concat((text ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static string Canonical(string? text) => (text ?? "").Trim().Normalize(System.Text.NormalizationForm.FormC);
}
