using System.Reflection;
using ErpSync.Simulation.Planted;

namespace ErpSync.Simulation.Running;

/// <summary>Stands between one engine and the store: every call may be the last one of its process.</summary>
#pragma warning disable MA0053 // The runtime derives the proxy from it.
internal class StoreGate : DispatchProxy
#pragma warning restore MA0053
{
    private ISyncStore _store = null!;
    private Worker _worker = null!;
    private PlantedFault? _fault;

    public static ISyncStore Open(ISyncStore store, Worker worker, PlantedFault? fault)
    {
        var gate = Create<ISyncStore, StoreGate>();
        var self = (StoreGate)(object)gate;
        (self._store, self._worker, self._fault) = (store, worker, fault);
        return gate;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        _worker.EnterStore(targetMethod!.Name);
        var call = new StoreCall(targetMethod, args!, _store, _worker);
        var result = _fault is null ? call.Proceed() : _fault.Store(call);
        _worker.LeaveStore(targetMethod.Name);
        return result;
    }
}
