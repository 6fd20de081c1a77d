using System.Text.Json;

namespace ErpSync;

/// <summary>Plain text; null and the empty text are the same, surrounding blanks and the form of accents do not count.</summary>
public sealed class TextField : FieldType<string?>
{
    /// <summary>The one instance.</summary>
    public static TextField Instance { get; } = new();

    /// <inheritdoc/>
    public override bool AreEqual(string? one, string? other) => AreSame(one, other);

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

    private static string Canonical(string? text) => (text ?? "").Trim().Normalize(System.Text.NormalizationForm.FormC);
}
