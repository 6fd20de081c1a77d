using System.Reflection;
using ErpSync.Testing;

namespace ErpSync.Tests.Crashing;

/// <summary>The text whose commit lets the process die, before anything of it is stored; null for none.</summary>
internal sealed class StopBefore(string? text, int passes = 0)
{
    public string? Text { get; set; } = text;

    /// <summary>How many such commits go through before.</summary>
    public int Passes { get; set; } = passes;
}

/// <summary>A store whose process dies before a commit that holds a certain text.</summary>
public class StoppingStore : DispatchProxy
{
    private ISyncStore _store = null!;
    private StopBefore _stop = null!;

    internal static ISyncStore Around(ISyncStore store, StopBefore stop)
    {
        var proxy = Create<ISyncStore, StoppingStore>();
        var own = (StoppingStore)(object)proxy;
        (own._store, own._stop) = (store, stop);
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (_stop.Text is { } text && args is [StoreChanges changes, ..] && changes.Texts.Any(entry => entry.Key == text) && _stop.Passes-- <= 0)
            throw new SimulatedCrashException($"before storing {text}");
        return targetMethod!.Invoke(_store, BindingFlags.DoNotWrapExceptions, null, args, null);
    }
}
