namespace ErpSync.Sandbox.Tests.PrestaShop;

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class ShopClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;
}
