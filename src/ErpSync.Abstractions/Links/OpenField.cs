namespace ErpSync;

/// <summary>A field that is not settled between the two ends of a link.</summary>
/// <param name="Field">The field's name; <c>*</c> stands for the record itself (one end was deleted).</param>
/// <param name="Reason">Why it is open.</param>
/// <param name="Since">When it was first seen open, in UTC.</param>
public sealed record OpenField(string Field, OpenReason Reason, DateTimeOffset Since);
