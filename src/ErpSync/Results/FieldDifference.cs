namespace ErpSync;

/// <summary>A field in which two linked records differ, or in which one is to be changed.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="First">The value at the pair's first connection, for people.</param>
/// <param name="Second">The value at the second connection, for people.</param>
/// <param name="ChangedAt">The names of the connections at which it changed since the two last agreed; empty when they never agreed.</param>
/// <param name="Reason">Why it is open; null when it is settled by the next run.</param>
public sealed record FieldDifference(string Field, string First, string Second, ValueList<string> ChangedAt, OpenReason? Reason);
