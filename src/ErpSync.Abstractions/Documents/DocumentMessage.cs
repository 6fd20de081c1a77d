namespace ErpSync;

/// <summary>One message about a document.</summary>
public sealed record DocumentMessage
{
    /// <summary>When it was written, in UTC; null when unknown.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Who wrote it, as the system words it; null when unknown.</summary>
    public string? Author { get; init; }

    /// <summary>True when the customer must not read it.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The words, plain text.</summary>
    public string Text { get; init; } = "";
}
