using System.Reflection;
using System.Runtime.ExceptionServices;
using ErpSync.Testing;

namespace ErpSync.EndToEnd.Tests;

/// <summary>The store as one process sees it: once that has died, nothing that it still tries gets there, neither a commit nor the release of a lease.</summary>
public class DyingStore : DispatchProxy
{
    private ISyncStore _inner = null!;
    private EntityKind? _kind;
    private bool _isCreating;
    private bool _isDead;

    internal static (ISyncStore Store, DyingStore Life) Over(ISyncStore inner)
    {
        var store = Create<ISyncStore, DyingStore>();
        var life = (DyingStore)(object)store;
        life._inner = inner;
        return (store, life);
    }

    /// <summary>Lets the process die at the first commit after the intents of creates of a kind were written.</summary>
    internal void DieAfterCreating(EntityKind kind) => _kind = kind;

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var method = targetMethod!;
        _isDead |= _isCreating && method.Name == nameof(ISyncStore.CommitAsync);
        if (_isDead)
            throw new SimulatedCrashException(method.Name);
        _isCreating |= method.Name == nameof(ISyncStore.AddIntentsAsync) && args![0] is IReadOnlyList<Intent> intents && intents.Any(intent => intent.Kind == _kind);
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
