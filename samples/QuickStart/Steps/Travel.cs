using ErpSync;
using Microsoft.Extensions.DependencyInjection;
using QuickStart.Output;
using QuickStart.Sandbox;

namespace QuickStart.Steps;

/// <summary>An order on its way: bought in the shop, booked, invoiced and paid in the ERP, shipped from there, tracked in the shop.</summary>
internal sealed class Travel(IServiceProvider services, SandboxProcess sandbox)
{
    private readonly ISyncFeeds _feeds = services.GetRequiredService<ISyncFeeds>();
    private readonly ISyncStore _store = services.GetRequiredService<ISyncStore>();

    public async Task ShowAsync()
    {
        var id = await sandbox.BuyAsync();
        var bought = await ReadAsync<Order>("shop", id);
        Screen.Line($"Somebody buys in the shop: order {bought.Reference} of {Money(bought.TotalGross)}, {bought.Lines.Count} lines, paid by {bought.PaymentText}.");
        await CarryAsync();

        var booked = await InErpAsync<Order>(id);
        Screen.Line($"  In the ERP: order {booked.Number} for {booked.Reference}, {Money(booked.TotalGross)}, {booked.Stage}.");
        await foreach (var result in Connector("erp").Get<IReader<Invoice>>().ReadAsync(default))
            Screen.Line($"              invoice {result.Record!.Value.Number}, {Money(result.Record.Value.TotalGross)}, {result.Record.Value.Stage}.");
        await foreach (var result in Connector("erp").Get<IReader<Payment>>().ReadAsync(default))
            Screen.Line($"              payment {result.Record!.Value.Number}, {Money(result.Record.Value.Amount)}.");

        await sandbox.AdvanceAsync(TimeSpan.FromHours(1));
        Screen.Line($"An hour later it is packed and sent from the ERP with the tracking number {await sandbox.ShipAsync()}.");
        await CarryAsync();
        await foreach (var result in Connector("shop").Get<IReader<Shipment>>().ReadAsync(default))
        {
            if (result.Record is { } parcel && parcel.Value.Order?.Id == id)
                Screen.Line($"  In the shop: tracking number {string.Join(", ", parcel.Value.TrackingNumbers)}; the order is {(await ReadAsync<Order>("shop", id)).Stage}.");
        }

        var again = await _feeds.RunNowAsync("main", "orders", new FeedStart("the demo"));
        Screen.Line($"  Running the feed again: {again.Written} written.");
    }

    /// <summary>Runs the feed of orders, as the host does by itself every minute.</summary>
    private async Task CarryAsync()
    {
        var run = await _feeds.RunNowAsync("main", "orders", new FeedStart("the demo"));
        Screen.Line($"  Feed 'orders': {run.Outcome}, {run.Written} written, {run.Failed} failed. {run.Message}");
        foreach (var message in run.Messages)
            Screen.Line($"    set aside: {message}");
    }

    private async Task<T> InErpAsync<T>(RemoteId id)
        where T : class, IEntity
    {
        var links = await _store.FindLinksAsync("main", T.Kind, Side.First, [id], default);
        return links.Count == 1 ? await ReadAsync<T>("erp", links[0].Second.Id) : throw Gone("erp", T.Kind, id);
    }

    private async Task<T> ReadAsync<T>(string connection, RemoteId id)
        where T : class, IEntity
    {
        await foreach (var result in Connector(connection).Get<IFinder<T>>().FindAsync([id], default))
        {
            if (result.Record is { } record)
                return record.Value;
        }

        throw Gone(connection, T.Kind, id);
    }

    private Connector Connector(string name) => services.GetRequiredKeyedService<Connector>(name);

    private static ConnectorException Gone(string connection, EntityKind kind, RemoteId id) =>
        new(new SyncProblem(ProblemKind.NotFound, "quickstart.record-gone", $"The {kind.Name} did not arrive.") { Connection = connection, EntityKind = kind, Id = id });

    private static string Money(Money? money) => money is { } amount ? amount.ToString() : "?";
}
