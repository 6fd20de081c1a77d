using System.Reflection;

namespace ErpSync.Simulation.Running;

/// <summary>One call of an engine to its store.</summary>
internal sealed class StoreCall(MethodInfo method, object?[] arguments, ISyncStore store, Worker worker)
{
    public string Name => method.Name;

    public ISyncStore Store => store;

    public Worker Worker => worker;

    /// <summary>The changes of a commit; null for every other call.</summary>
    public StoreChanges? Changes => arguments.Length > 0 ? arguments[0] as StoreChanges : null;

    public object? this[int argument] => arguments[argument];

    public object? Proceed() => method.Invoke(store, BindingFlags.DoNotWrapExceptions, null, arguments, null);

    public object? Proceed(StoreChanges changes)
    {
        arguments[0] = changes;
        return Proceed();
    }
}
