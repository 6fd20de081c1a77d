using ErpSync;

namespace QuickStart.Steps;

/// <summary>The size of a plan.</summary>
internal sealed class PlanTotals
{
    public long Creates { get; private set; }

    public long Updates { get; private set; }

    public List<string> Examples { get; } = [];

    /// <summary>The mass changes that trip the brake, as a person would confirm them.</summary>
    public List<MassChangeConfirmation> ToConfirm { get; } = [];

    public void Add(PlanEntry entry)
    {
        ToConfirm.AddRange(entry.MassChanges.Select(count => new MassChangeConfirmation(entry.Kind, count.Change, count.Count)));
        if (entry.Action == PlanAction.Create)
            Creates++;
        else if (entry.Action == PlanAction.Update)
            Updates++;
    }
}
