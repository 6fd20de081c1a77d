namespace ErpSync.Testing;

/// <summary>The outcome of a conformance check.</summary>
/// <param name="Status">What became of it.</param>
/// <param name="Message">Why it failed or does not apply; empty when it passed.</param>
public sealed record ConformanceResult(ConformanceStatus Status, string Message)
{
    /// <summary>The check passed.</summary>
    public static ConformanceResult Passed { get; } = new(ConformanceStatus.Passed, "");

    /// <summary>The check does not apply.</summary>
    /// <param name="reason">Why not.</param>
    /// <returns>The result.</returns>
    public static ConformanceResult NotSupported(string reason) => new(ConformanceStatus.NotSupported, reason);

    /// <summary>The check failed.</summary>
    /// <param name="message">What was expected and what came.</param>
    /// <returns>The result.</returns>
    public static ConformanceResult Failed(string message) => new(ConformanceStatus.Failed, message);

    /// <summary>Throws when the check failed, for tests without an assertion library.</summary>
    /// <exception cref="InvalidOperationException">The check failed; the message says why.</exception>
    public void ThrowIfFailed()
    {
        if (Status == ConformanceStatus.Failed)
            throw new InvalidOperationException(Message);
    }

    /// <summary>The status with its message.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Message.Length == 0 ? Status.ToString() : $"{Status}: {Message}";
}
