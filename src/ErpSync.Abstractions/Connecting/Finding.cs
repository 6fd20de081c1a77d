namespace ErpSync;

/// <summary>Something that a check found.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Code">A stable code, for example <c>prestashop.permission-missing</c>.</param>
/// <param name="Message">What was found, without secrets.</param>
public sealed record Finding(FindingSeverity Severity, string Code, string Message)
{
    /// <summary>A finding whose message remembers the values it names: write an interpolated string.</summary>
    /// <param name="severity">How much it matters.</param>
    /// <param name="code">A stable code.</param>
    /// <param name="text">What was found, without secrets.</param>
    public Finding(FindingSeverity severity, string code, MessageText text)
        : this(severity, code, text.ToString()) => Arguments = text.Arguments;

    /// <summary>The values that the message names, by name, so that it can be said in another language; empty when it names none or they are not known.</summary>
    public TextMap Arguments { get; init; } = TextMap.Empty;

    /// <summary>What to do about it; null when there is nothing to do.</summary>
    public string? Remedy { get; init; }

    /// <summary>The connection it concerns; null when it concerns the pair or the host.</summary>
    public string? Connection { get; init; }

    /// <summary>The finding that says what a problem says.</summary>
    /// <param name="severity">How much it matters.</param>
    /// <param name="problem">The problem.</param>
    /// <returns>The finding.</returns>
    public static Finding From(FindingSeverity severity, SyncProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return new Finding(severity, problem.Code, problem.Message) { Remedy = problem.Remedy, Connection = problem.Connection, Arguments = problem.Arguments };
    }

    /// <summary>The finding as one line.</summary>
    /// <returns>The line.</returns>
    public override string ToString() => $"{Severity}: {(Connection is null ? "" : Connection + ": ")}{Message}{(Remedy is null ? "" : " " + Remedy)} [{Code}]";
}
