using System.Text;

namespace ErpSync.Http;

/// <summary>Removes keys, passwords and tokens from any text or address: the configured ones wherever they stand, others by the name they stand behind. Safe for parallel use.</summary>
public sealed class SecretScrubber
{
    /// <summary>What stands where a secret stood.</summary>
    public const string Mask = SecretText.Mask;

    private const int ShortestSecret = 4;

    private readonly Lock _gate = new();
    private string[] _secrets = [];

    /// <summary>Knows these secrets from the start.</summary>
    /// <param name="secrets">The secrets; ones shorter than 4 characters are not searched for.</param>
    public SecretScrubber(params IEnumerable<string> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        foreach (var secret in secrets)
            Add(secret);
    }

    /// <summary>Adds a secret that became known later, for example a session name. Its URL-encoded and Base64 forms are searched for as well.</summary>
    /// <param name="secret">The secret; null or shorter than 4 characters: ignored.</param>
    public void Add(string? secret)
    {
        if (secret is null || secret.Length < ShortestSecret)
            return;

        string[] forms =
        [
            secret,
            Uri.EscapeDataString(secret),
            Base64(secret),
            Base64(secret + ":"),
            Uri.EscapeDataString(Base64(secret)),
        ];
        lock (_gate)
            _secrets = [.. _secrets.Concat(forms).Distinct(StringComparer.Ordinal).OrderByDescending(form => form.Length)];
    }

    /// <summary>The text without secrets.</summary>
    /// <param name="text">Any text; null gives an empty text.</param>
    /// <returns>The text with <see cref="Mask"/> in the place of each secret.</returns>
    public string Scrub(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";

        foreach (var secret in Volatile.Read(ref _secrets))
            text = text.Replace(secret, Mask, StringComparison.OrdinalIgnoreCase);
        return SecretText.Remove(text);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
