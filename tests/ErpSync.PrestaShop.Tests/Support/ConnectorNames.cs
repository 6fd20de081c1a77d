using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.PrestaShop.Tests;

/// <summary>A connection that is never used, to list its capabilities.</summary>
internal sealed class ConnectorNames : IDisposable
{
    private readonly ServiceProvider _services;

    public ConnectorNames()
    {
        var builder = new OneConnectorBuilder();
        builder.AddPrestaShop("shop", options =>
        {
            options.BaseAddress = new Uri("https://shop.example/");
            options.ApiKey = new string('A', 32);
        });
        _services = builder.Services.BuildServiceProvider();
        Connector = _services.GetRequiredKeyedService<Connector>("shop");
    }

    public Connector Connector { get; }

    public void Dispose() => _services.Dispose();
}
