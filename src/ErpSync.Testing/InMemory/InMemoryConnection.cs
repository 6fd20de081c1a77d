namespace ErpSync.Testing;

/// <summary>The beginning of a run, the probe and the meter of an in-memory system.</summary>
internal sealed class InMemoryConnection(InMemorySystem system) : IConnection, IProbe, IRequestMeter
{
    public RequestCounts Requests => system.Requests;

    public async Task<ConnectionFacts> OpenAsync(CancellationToken cancellationToken)
    {
        var call = new InMemoryCall(InMemorySystem.OpenCall, IsWrite: false, 0, null, [], system.Clock.GetUtcNow());
        await system.BeginAsync(call, cancellationToken);
        var facts = system.Facts with { ServerTime = system.Clock.GetUtcNow() };
        await system.EndAsync(call);
        return facts;
    }

    public Task<IReadOnlyList<Finding>> ProbeAsync(IReadOnlyCollection<Need> needs, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        IReadOnlyList<Finding> findings = system.Unreachable
            ? [new Finding(FindingSeverity.Error, "in-memory.unreachable", $"'{system.Name}' cannot be reached.") { Connection = system.Name }]
            : [.. needs.SelectMany(Missing)];
        return Task.FromResult(findings);
    }

    private IEnumerable<Finding> Missing(Need need)
    {
        var has = system.Kinds.FirstOrDefault(kind => kind.Name == need.Kind)?.Capabilities ?? InMemoryCapabilities.None;
        foreach (var (wanted, capability) in new[]
        {
            (need.Reads, InMemoryCapabilities.Read),
            (need.Creates, InMemoryCapabilities.Create),
            (need.Updates, InMemoryCapabilities.Update),
            (need.Deletes, InMemoryCapabilities.Delete),
        })
        {
            if (wanted && !has.HasFlag(capability))
                yield return new Finding(FindingSeverity.Error, "in-memory.capability-missing", $"'{system.Name}' cannot {capability.ToString().ToLowerInvariant()} {need.Kind.Name}.") { Connection = system.Name };
        }
    }
}
