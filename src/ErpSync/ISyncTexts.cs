namespace ErpSync;

/// <summary>
/// Puts problems, findings, reasons and notices into words. English and French are shipped; a host replaces a text, or adds a language, through
/// <see cref="ErpSyncOptions.Texts"/> or an <see cref="ITextSource"/> of its own.
/// </summary>
public interface ISyncTexts
{
    /// <summary>The language used where none is asked for: the configured one, else that of <see cref="System.Globalization.CultureInfo.CurrentUICulture"/>, else <c>en</c>.</summary>
    string Language { get; }

    /// <summary>What happened.</summary>
    /// <param name="problem">The problem; also one that was stored before its values were remembered: then its stored words are the answer.</param>
    /// <param name="language">The language, for example <c>fr</c> or <c>fr-CA</c>; null for <see cref="Language"/>.</param>
    /// <returns>One or two sentences.</returns>
    string Message(SyncProblem problem, string? language = null);

    /// <summary>What to do about it.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="language">The language; null for <see cref="Language"/>.</param>
    /// <returns>The words; null when there is nothing to say.</returns>
    string? Remedy(SyncProblem problem, string? language = null);

    /// <summary>What was found.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="language">The language; null for <see cref="Language"/>.</param>
    /// <returns>One or two sentences.</returns>
    string Message(Finding finding, string? language = null);

    /// <summary>What to do about a finding.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="language">The language; null for <see cref="Language"/>.</param>
    /// <returns>The words; null when there is nothing to say.</returns>
    string? Remedy(Finding finding, string? language = null);

    /// <summary>A reason in words.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="language">The language; null for <see cref="Language"/>.</param>
    /// <returns>A phrase without a full stop.</returns>
    string Reason(SyncReason reason, string? language = null);

    /// <summary>A stored reason in words, for example of a link or a journal entry.</summary>
    /// <param name="stored">The stored text; words that are not a stored reason are given back as they are.</param>
    /// <param name="language">The language; null for <see cref="Language"/>.</param>
    /// <returns>A phrase without a full stop.</returns>
    string Reason(string stored, string? language = null);

    /// <summary>The template of a code, for translators and tests.</summary>
    /// <param name="code">The code.</param>
    /// <param name="language">The language.</param>
    /// <returns>The template with values as <c>{name}</c>; null when the language has none.</returns>
    string? Template(string code, string language);
}
