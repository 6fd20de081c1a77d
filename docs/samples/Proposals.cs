using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Docs;

/// <summary>The first run between two filled systems: what belongs together is proposed, accepted or rejected.</summary>
internal static class Proposals
{
    public static void Configure(IErpSyncBuilder builder) => builder
        .AddPair("main", "shop", "erp", pair => pair
            .Sync<Product>(p => p
                .LinkFrom(0.95m) // surer than this and without a rival: linked by the run itself
                .OnFirstRun(Conflict.Keep("erp"))));

    public static async Task ReviewAsync(ISyncLinks links)
    {
        await foreach (var proposal in links.ProposeAsync("main", EntityKind.Product))
        {
            Console.WriteLine($"{proposal.Score} {proposal.FirstLabel} = {proposal.SecondLabel}? {proposal.Reason}");
            if (proposal.Against.Contains("different barcode", StringComparison.Ordinal))
                await links.RejectAsync("main", proposal.Kind, proposal.FirstId, proposal.SecondId);
        }

        var report = await links.AcceptAsync("main", new Acceptance(EntityKind.Product) { MinScore = 0.8m });
        Console.WriteLine($"{report.Linked} linked, {report.Differing} of them differ");
    }
}
