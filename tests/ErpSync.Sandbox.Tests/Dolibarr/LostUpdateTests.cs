namespace ErpSync.Sandbox.Tests.Dolibarr;

public sealed class LostUpdateTests() : DolibarrTest(o => o.StockWriteOverlap = TimeSpan.FromMilliseconds(150))
{
    [Fact]
    public async Task Movements_sent_at_once_lose_updates_though_every_one_is_stored()
    {
        State.AddProduct(p => p.Ref = "A");
        State.SetStock(1, 1, 100m);

        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Post("stockmovements", """{"product_id":1,"warehouse_id":1,"qty":1}""")));

        replies.Should().OnlyContain(r => r.Status == 200);
        State.StockMovements.Sum(m => m.Quantity).Should().Be(110m);
        State.GetStock(1, 1).Should().BeLessThan(110m);
    }
}
