namespace ErpSync;

/// <summary>What became of a file that was to be kept with a record.</summary>
/// <param name="FileName">The name under which the system keeps it; systems change letters and endings.</param>
/// <param name="WasSent">False when the same content was there already and nothing was sent.</param>
public sealed record AttachmentWrite(string FileName, bool WasSent);
