namespace ErpSync;

/// <summary>
/// Comes before the first write of a run: whatever kind it is of, the other kinds are asked first whether a system or the store is older than it was. A kind that was
/// read by then has been looked at more closely. Costs nothing in runs that write nothing.
/// </summary>
internal sealed class FirstWrite(IReadOnlyList<KindDefinition> kinds)
{
    private readonly HashSet<EntityKind> _looked = [];
    private bool _passed;

    /// <summary>Notes that a kind was read and looked at.</summary>
    public void Looked(EntityKind kind) => _looked.Add(kind);

    /// <exception cref="PairHeldException">A kind gives reason to hold the pair.</exception>
    public async Task ComesAsync(PassContext context, CancellationToken cancellationToken)
    {
        if (_passed)
            return;
        foreach (var kind in kinds.Where(kind => !_looked.Contains(kind.Kind)))
        {
            try
            {
                if (await kind.Open(context).ProbeAsync(cancellationToken) is { } hold)
                    throw new PairHeldException(hold);
            }
            catch (ConnectorException)
            {
                // What cannot be read tells nothing, and stops no other kind. It is looked at again before anything of its own is written.
            }
        }

        _passed = true;
    }
}
