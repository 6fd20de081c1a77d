namespace ErpSync.Deciding;

/// <summary>When a pass decides, handed in because deciding knows no clock.</summary>
/// <param name="Now">The beginning of the pass, in UTC.</param>
/// <param name="Run">The number of the run; 0 for plans and inspections.</param>
internal readonly record struct Moment(DateTimeOffset Now, long Run);
