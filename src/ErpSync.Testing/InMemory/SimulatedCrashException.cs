namespace ErpSync.Testing;

/// <summary>Stands for the death of the process in a test: nothing but the test itself may catch it.</summary>
/// <param name="call">The call in which the process died, for example <c>product.create</c>.</param>
public sealed class SimulatedCrashException(string call) : Exception($"Simulated crash in {call}.")
{
    /// <summary>The call in which the process died.</summary>
    public string Call { get; } = call;
}
