namespace ErpSync.Testing;

/// <summary>Ends a check early with a result; never leaves <see cref="ConformanceCheck.RunAsync"/>.</summary>
internal sealed class CheckOutcomeException(ConformanceResult result) : Exception(result.Message)
{
    public ConformanceResult Result { get; } = result;

    public static CheckOutcomeException Failed(string message) => new(ConformanceResult.Failed(message));

    public static CheckOutcomeException NotSupported(string reason) => new(ConformanceResult.NotSupported(reason));
}
