using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace ErpSync;

/// <summary>
/// A message for people that remembers the values it names, so that it can be said in another language later. Made by writing an interpolated string where a
/// problem or a finding takes its message: <c>{name}</c> becomes the argument <c>name</c>, <c>{row.Name:title}</c> the argument <c>title</c>,
/// and without a word behind the colon the last word of the expression names it. Never hand it a key or a password.
/// </summary>
[InterpolatedStringHandler]
public readonly struct MessageText
{
    private readonly StringBuilder? _text;
    private readonly Dictionary<string, string>? _arguments;
    private readonly string? _plain;

    /// <summary>Begins a message; called by the compiler.</summary>
    /// <param name="literalLength">How many characters are fixed.</param>
    /// <param name="formattedCount">How many values follow.</param>
    public MessageText(int literalLength, int formattedCount)
    {
        _text = new StringBuilder(literalLength + (formattedCount * 16));
        _arguments = new Dictionary<string, string>(StringComparer.Ordinal);
    }

    private MessageText(string plain) => _plain = plain;

    /// <summary>The values by name; empty when the message names none.</summary>
    public TextMap Arguments => _arguments is null ? TextMap.Empty : TextMap.From(_arguments);

    /// <summary>A message without values.</summary>
    /// <param name="text">The message.</param>
    /// <returns>The message.</returns>
    public static implicit operator MessageText(string text) => FromString(text);

    /// <summary>A message without values.</summary>
    /// <param name="text">The message.</param>
    /// <returns>The message.</returns>
    public static MessageText FromString(string text) => new(text ?? "");

    /// <summary>Adds fixed text; called by the compiler.</summary>
    /// <param name="value">The text.</param>
    public void AppendLiteral(string value) => _text!.Append(value);

    /// <summary>Adds a value; called by the compiler.</summary>
    /// <typeparam name="TValue">The value's type.</typeparam>
    /// <param name="value">The value, written invariantly.</param>
    /// <param name="format">The argument's name; null: the last word of the expression.</param>
    /// <param name="expression">Filled in by the compiler.</param>
    public void AppendFormatted<TValue>(TValue value, string? format = null, [CallerArgumentExpression(nameof(value))] string expression = "")
    {
        var text = value is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : value?.ToString() ?? "";
        _text!.Append(text);
        var key = format ?? LastWord(expression);
        if (key.Length > 0)
            _arguments![key] = text;
    }

    /// <summary>The message in the words in which it was written.</summary>
    /// <returns>The message.</returns>
    public override string ToString() => _plain ?? _text?.ToString() ?? "";

    private static string LastWord(string expression)
    {
        var end = expression.Length;
        while (end > 0 && !char.IsAsciiLetterOrDigit(expression[end - 1]))
            end--;
        var start = end;
        while (start > 0 && char.IsAsciiLetterOrDigit(expression[start - 1]))
            start--;
        return start == end ? "" : char.ToLowerInvariant(expression[start]) + expression[(start + 1)..end];
    }
}
