using ErpSync;
using Microsoft.Extensions.DependencyInjection;

namespace QuickStart.Steps;

/// <summary>The highest product id of each system before the first write: what is above it at the end was created since.</summary>
internal sealed record Census(long Shop, long Erp)
{
    public static async Task<Census> TakeAsync(IServiceProvider services) =>
        new(await HighestAsync(services, "shop"), await HighestAsync(services, "erp"));

    private static async Task<long> HighestAsync(IServiceProvider services, string connection)
    {
        var connector = services.GetRequiredKeyedService<Connector>(connection);
        await connector.Get<IConnection>().OpenAsync(default);
        long highest = 0;
        await foreach (var listed in connector.Get<ILister<Product>>().ListAsync(default))
            highest = Math.Max(highest, long.Parse(listed.Id.Value, System.Globalization.CultureInfo.InvariantCulture));
        return highest;
    }
}
