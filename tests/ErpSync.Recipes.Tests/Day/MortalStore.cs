using System.Reflection;
using System.Runtime.ExceptionServices;
using ErpSync.Testing;

namespace ErpSync.Recipes.Tests.Day;

/// <summary>
/// The store as one process sees it. When that process dies in the middle of a run, nothing that it still tries reaches the store: no clean-up, no release of a lease, no last commit. The
/// next process gets another view of the same store.
/// </summary>
public class MortalStore : DispatchProxy
{
    private ISyncStore _inner = null!;
    private int _left = -1;

    public bool IsDead { get; private set; }

    internal static (ISyncStore Store, MortalStore Life) Over(ISyncStore inner)
    {
        var store = Create<ISyncStore, MortalStore>();
        var life = (MortalStore)(object)store;
        life._inner = inner;
        return (store, life);
    }

    /// <summary>Lets the process die before its next commit but so many.</summary>
    internal void DieAfter(int commits) => _left = commits;

    internal void Die() => IsDead = true;

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var method = targetMethod!;
        if (!IsDead && _left >= 0 && method.Name == nameof(ISyncStore.CommitAsync) && _left-- == 0)
            IsDead = true;
        if (IsDead)
            throw new SimulatedCrashException(method.Name);
        try
        {
            return method.Invoke(_inner, args);
        }
        catch (TargetInvocationException wrapped) when (wrapped.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }
}
