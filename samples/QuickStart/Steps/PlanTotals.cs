using ErpSync;

namespace QuickStart.Steps;

/// <summary>The size of a plan.</summary>
internal sealed class PlanTotals
{
    public long Creates { get; private set; }

    public long Updates { get; private set; }

    public List<string> Examples { get; } = [];

    public void Add(PlanEntry entry)
    {
        if (entry.Action == PlanAction.Create)
            Creates++;
        else if (entry.Action == PlanAction.Update)
            Updates++;
    }
}
