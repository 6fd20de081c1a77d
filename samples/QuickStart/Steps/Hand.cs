using ErpSync;
using Microsoft.Extensions.DependencyInjection;

namespace QuickStart.Steps;

/// <summary>A user's hand on one product of one system, beside the engine.</summary>
internal sealed class Hand(IServiceProvider services, string connection, RemoteId id)
{
    private readonly Connector _connector = services.GetRequiredKeyedService<Connector>(connection);

    public async Task<Product> ReadAsync() => (await FindAsync()).Value;

    public async Task<Product> EditAsync(string field, Func<Product, Product> change)
    {
        var current = await FindAsync();
        var results = await _connector.Get<IUpdater<Product>>().UpdateAsync([new Revision<Product>(current, change(current.Value), [field])], default);
        return results[0] is WriteResult<Product>.Failed failed
            ? throw new ConnectorException(failed.Problem)
            : await ReadAsync();
    }

    private async Task<Remote<Product>> FindAsync()
    {
        await foreach (var result in _connector.Get<IFinder<Product>>().FindAsync([id], default))
        {
            if (result.Record is { } record)
                return record;
        }

        throw new ConnectorException(new SyncProblem(ProblemKind.NotFound, "quickstart.product-gone", "The product is gone.") { Connection = connection, Id = id });
    }
}
