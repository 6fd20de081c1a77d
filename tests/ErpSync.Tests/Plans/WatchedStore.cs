using System.Reflection;

namespace ErpSync.Tests.Plans;

/// <summary>A store that notes the name of every member that is called on it.</summary>
public class WatchedStore : DispatchProxy
{
    private static readonly string[] Reads = ["Find", "Get", "Read", "Count", "Open"];
    private readonly List<string> _writes = [];
    private ISyncStore _inner = new InMemoryStore();

    /// <summary>The calls that may have changed something.</summary>
    public IReadOnlyList<string> Writes => _writes;

    public static (ISyncStore Store, WatchedStore Watch) Create(ISyncStore? inner = null)
    {
        var store = Create<ISyncStore, WatchedStore>();
        var watch = (WatchedStore)store;
        watch._inner = inner ?? watch._inner;
        return (store, watch);
    }

    public void Clear() => _writes.Clear();

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (!Reads.Any(read => targetMethod!.Name.StartsWith(read, StringComparison.Ordinal)))
            _writes.Add(targetMethod!.Name);
        return targetMethod!.Invoke(_inner, BindingFlags.DoNotWrapExceptions, null, args, null);
    }
}
