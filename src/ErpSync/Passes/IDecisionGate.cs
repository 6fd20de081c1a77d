using ErpSync.Deciding;
using ErpSync.Writing;

namespace ErpSync.Passes;

/// <summary>Stands before every write that a person has seen beforehand: what is no longer the same is refused, never decided anew.</summary>
internal interface IDecisionGate<T>
    where T : class, IEntity
{
    /// <summary>The part of a decision that may be carried out; null when none of it may.</summary>
    Decision<T>? Pass(Decision<T> decision);

    /// <summary>Takes out creates that would double an existing record; what this run itself created and lost the answer of stays.</summary>
    IReadOnlyList<Outcome<T>> WithoutDoubles(IReadOnlyList<Outcome<T>> outcomes);
}
