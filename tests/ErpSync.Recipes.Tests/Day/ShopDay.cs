using ErpSync.Sandbox;

namespace ErpSync.Recipes.Tests.Day;

/// <summary>One day of a shop, from eight in the morning to ten at night, in steps of twenty minutes unless told: people act, then the pair runs. The same seed plays the same day.</summary>
internal sealed class ShopDay : IAsyncDisposable
{
    private readonly Random _chance;
    private readonly int _orders;
    private readonly int _steps;
    private readonly int _lastOrders;
    private readonly ShopPeople _shop;
    private readonly ErpPeople _erp;

    public ShopDay(int seed, int orders, int steps = 42, Action<IErpSyncBuilder>? more = null)
    {
        (_orders, _steps, _lastOrders, _chance) = (orders, steps, steps * 9 / 10, new Random(seed));
        World = new DayWorld(more);
        (_shop, _erp) = (new ShopPeople(World, Books, _chance), new ErpPeople(World, Books, _chance));
    }

    public DayWorld World { get; }

    public DayBooks Books { get; } = new();

    /// <summary>How many runs were cut by the death of the process.</summary>
    public int Crashes { get; private set; }

    /// <summary>How many runs met an outage.</summary>
    public int Outages { get; private set; }

    /// <summary>Plays the day and lets the pair come to rest.</summary>
    public async Task PlayAsync()
    {
        await OpenAsync();
        for (var step = 0; step < _steps; step++)
        {
            await ActAsync(step);
            await RunAsync(step);
        }

        await SettleAsync();
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();

    private async Task OpenAsync()
    {
        _erp.Open();
        _shop.Open(Math.Clamp(_orders / 20, 24, 60));
        for (var number = 0; number < 5; number++)
            _shop.Register();
        World.Clock.Advance(TimeSpan.FromHours(1));
        await World.StartAsync();
        await World.RunAsync();
        await World.RunAsync();
        foreach (var goods in Books.Goods)
            _erp.Receive(goods, 100 + (_orders / 5) + _chance.Next(150));
        await World.RunAsync();
    }

    private async Task ActAsync(int step)
    {
        if (step < _lastOrders)
        {
            var due = (_orders * (step + 1) / _lastOrders) - Books.Orders.Count;
            for (var number = 0; number < due; number++)
            {
                if (_chance.Next(4) == 0)
                    _shop.Register();
                _shop.PlaceOrder();
            }
        }

        foreach (var order in Books.Orders.Where(order => order.Stage == Stage.Waiting && _chance.Next(3) == 0).ToList())
        {
            if (_chance.Next(8) == 0 && _erp.Find(order) is not null)
                _shop.Cancel(order);
            else
                _shop.ConfirmPayment(order);
        }

        await WalkAsync();
        _erp.Count(receipts: 4);
        if (step % 5 == 2)
            _erp.Reprice();
        if (step % 6 == 3)
            _shop.RenameArticle(step);
    }

    private async Task WalkAsync()
    {
        foreach (var order in Books.Orders.Where(order => order.Stage is Stage.Paid or Stage.InDespatch or Stage.Delivered).ToList())
        {
            var dice = _chance.Next(100);
            switch (order.Stage)
            {
                case Stage.Paid when dice < 2 && _erp.IsPaid(order):
                    _shop.Cancel(order);
                    break;
                case Stage.Paid when dice is >= 2 and < 32:
                    await _erp.ShipAsync(order, onePiece: dice < 10);
                    break;
                case Stage.InDespatch when dice < 45 && !order.IsShippedInFull:
                    await _erp.ShipAsync(order, onePiece: false);
                    break;
                case Stage.InDespatch when dice < 45:
                    await _erp.DeliverAsync(order);
                    break;
                case Stage.Delivered when dice < 1 && order.OnSlips == 0m && _erp.IsPaid(order):
                    _shop.Refund(order);
                    _erp.Receive(Books.Goods.Single(goods => goods.Sku == order.Lines[0].Sku), 1);
                    break;
            }
        }
    }

    /// <summary>Most runs go well. Some meet a system that is down or answers are lost after the work was done, in some the process dies, and before some it is started anew.</summary>
    private async Task RunAsync(int step)
    {
        if (step % 11 == 8)
            await World.RestartAsync();
        var server = step % 2 == 0 ? (SandboxServer)World.ErpServer : World.ShopServer;
        if (step % 7 == 3)
            Fail(server, new Fault(FaultKind.MaintenancePage) { Times = int.MaxValue, Skip = _chance.Next(0, 60) });
        if (step % 7 == 5)
            Fail(World.ErpServer, new Fault(_chance.Next(2) == 0 ? FaultKind.DropAfterCommit : FaultKind.ErrorAfterCommit) { Method = "POST", Times = 2, Skip = _chance.Next(0, 12) });
        if (step % 7 == 6)
            Fail(World.ShopServer, new Fault(FaultKind.DropAfterCommit) { Method = "POST", Times = 1, Skip = _chance.Next(0, 4) });
        var before = World.Log.Count;
        await World.RunAsync(diesAfter: step % 9 == 4 ? _chance.Next(1, 8) : null);
        Crashes += World.Log.Skip(before).Count(line => line.Contains("crash", StringComparison.Ordinal));
        World.ErpServer.Faults.Clear();
        World.ShopServer.Faults.Clear();
        World.Clock.Advance(TimeSpan.FromMinutes((840 / _steps) - 5));
    }

    private void Fail(SandboxServer server, Fault fault)
    {
        Outages++;
        server.Faults.Add(fault);
    }

    /// <summary>Runs an hour apart until one had nothing to do and nothing to complain about; at most twelve.</summary>
    private async Task SettleAsync()
    {
        for (var round = 0; round < 12; round++)
        {
            if (await World.RunAsync(TimeSpan.FromHours(1)) is { Written: 0, Failed: 0, IsComplete: true, Problems.Count: 0 })
                return;
        }
    }
}
