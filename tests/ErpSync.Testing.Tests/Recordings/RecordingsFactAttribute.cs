namespace ErpSync.Testing.Tests.Recordings;

/// <summary>A test that reads recordings and is skipped, visibly, where there are none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RecordingsFactAttribute : FactAttribute
{
    public RecordingsFactAttribute()
    {
        if (RecordingFolder.Of("prestashop").Count == 0)
            Skip = $"There are no recordings on this machine; set {RecordingFolder.Variable}.";
    }
}
