using ErpSync.Simulation.Model;
using ErpSync.Simulation.Running;

namespace ErpSync.Simulation.Planted;

/// <summary>A bug that the engine does not have, put in from outside: what the engine is given is changed so that the whole behaves as with the bug.</summary>
/// <param name="name">Its name on the command line.</param>
internal abstract class PlantedFault(string name)
{
    public string Name { get; } = name;

    /// <summary>Changes the capabilities of one kind of one connection.</summary>
    public virtual void Decorate<T>(Connector connector, SimKind<T> kind, Worker worker)
        where T : class, IEntity
    {
    }

    /// <summary>Changes a call to the store.</summary>
    public virtual object? Store(StoreCall call) => call.Proceed();

    /// <summary>Configures the pair without a brake.</summary>
    public virtual bool TakesBrakeOff => false;
}
