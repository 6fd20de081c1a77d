namespace ErpSync.Dolibarr.Tests.Products;

public sealed class IdSetTests
{
    [Fact]
    public void A_set_holds_each_id_once_in_ascending_order()
    {
        IdSet ids = [70_000, 1, 64, 63, 1, 4096, 4095, long.MaxValue >> 13, 0];
        ids.Should().Equal(0, 1, 63, 64, 4095, 4096, 70_000, long.MaxValue >> 13);
        ids.Count.Should().Be(8);
        ids.Contains(64).Should().BeTrue();
        ids.Contains(65).Should().BeFalse();
        ids.Contains(1L << 40).Should().BeFalse();
    }
}
