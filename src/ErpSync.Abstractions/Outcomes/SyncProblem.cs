namespace ErpSync;

/// <summary>One problem, in words a person can act on and in data a program can decide on. Never holds a key or a password.</summary>
/// <param name="Kind">What went wrong.</param>
/// <param name="Code">A stable code, for example <c>prestashop.key-unknown</c>; lower case, words joined by hyphens.</param>
/// <param name="Message">What happened, in one or two sentences, without secrets.</param>
public sealed record SyncProblem(ProblemKind Kind, string Code, string Message)
{
    /// <summary>A problem whose message remembers the values it names: write an interpolated string.</summary>
    /// <param name="kind">What went wrong.</param>
    /// <param name="code">A stable code.</param>
    /// <param name="text">What happened, without secrets.</param>
    public SyncProblem(ProblemKind kind, string code, MessageText text)
        : this(kind, code, text.ToString()) => Arguments = text.Arguments;

    /// <summary>The values that the message names, by name, so that it can be said in another language; empty when it names none or they are not known.</summary>
    public TextMap Arguments { get; init; } = TextMap.Empty;

    /// <summary>What to do about it; null when the message says it.</summary>
    public string? Remedy { get; init; }

    /// <summary>The name of the connection; null when no connection is concerned.</summary>
    public string? Connection { get; init; }

    /// <summary>The kind of the record; null when no record is concerned.</summary>
    public EntityKind? EntityKind { get; init; }

    /// <summary>The record's id in the connection's system; null when it has none or none is concerned.</summary>
    public RemoteId? Id { get; init; }

    /// <summary>The field's name in the record's shape, or the system's own name of it; null when no single field is concerned.</summary>
    public string? Field { get; init; }

    /// <summary>The HTTP status of the answer; null when there was no answer or no HTTP.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>How long the system asks to wait; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The offending part of the answer, at most 2,000 characters, secrets removed; null when there is none.</summary>
    public string? Raw { get; init; }

    /// <summary>True when the same request may succeed later without anybody changing anything.</summary>
    public bool IsTransient => Kind is ProblemKind.Unavailable or ProblemKind.RateLimited;

    /// <summary>The problem with words on what to do; the values they name join <see cref="Arguments"/>.</summary>
    /// <param name="remedy">What to do about it.</param>
    /// <returns>The changed problem.</returns>
    public SyncProblem WithRemedy(MessageText remedy) => this with { Remedy = remedy.ToString(), Arguments = Arguments.Overlay(remedy.Arguments) };

    /// <summary>The problem as one line: connection, kind, id, field, message, remedy.</summary>
    /// <returns>The line.</returns>
    public override string ToString()
    {
        var place = string.Join(' ', new[] { Connection, EntityKind?.Name, Id?.Value, Field is null ? null : $"({Field})" }.Where(part => part is not null));
        var text = Remedy is null ? Message : $"{Message} {Remedy}";
        return place.Length == 0 ? $"{text} [{Code}]" : $"{place}: {text} [{Code}]";
    }
}
