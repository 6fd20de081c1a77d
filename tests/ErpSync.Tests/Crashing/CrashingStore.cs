using System.Reflection;
using System.Runtime.ExceptionServices;

namespace ErpSync.Tests.Crashing;

/// <summary>A store of which every call is a crash point: before it, and after it did its work.</summary>
public class CrashingStore : DispatchProxy
{
    private ISyncStore _store = null!;
    private CrashPlan _plan = null!;

    internal static ISyncStore Around(ISyncStore store, CrashPlan plan)
    {
        var proxy = Create<ISyncStore, CrashingStore>();
        var own = (CrashingStore)(object)proxy;
        (own._store, own._plan) = (store, plan);
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        _plan.Pass($"before store.{targetMethod!.Name}");
        object? result;
        try
        {
            result = targetMethod.Invoke(_store, args);
        }
        catch (TargetInvocationException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerException!);
            throw;
        }

        // Both stores do their work before they return; what only reads leaves nothing behind, so that its end is the next call's beginning.
        if (result is Task task)
        {
            ((IAsyncResult)task).AsyncWaitHandle.WaitOne();
            if (task.IsCompletedSuccessfully)
                _plan.Pass($"after store.{targetMethod.Name}");
        }

        return result;
    }
}
