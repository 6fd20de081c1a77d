namespace ErpSync;

/// <summary>What a pair keeps of its past.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Before">Journal entries, ended runs and kept plans older than this instant (UTC) may go.</param>
/// <param name="JournalEntries">How many journal entries stay at most, the newest ones; from 0.</param>
/// <param name="Runs">How many runs stay at most, the newest ones; from 1.</param>
public sealed record Retention(string Pair, DateTimeOffset Before, long JournalEntries, long Runs);
