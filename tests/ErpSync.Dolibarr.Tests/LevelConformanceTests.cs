namespace ErpSync.Dolibarr.Tests;

/// <summary>The contract of connectors with price levels on: prices of groups, and the products and variants that have them.</summary>
public sealed class LevelConformanceTests
{
    public static TheoryData<string, string> Newer() => ConformanceSetups.Checks("23.0.0-beta", static kind => kind is "price" or "product" or "product-variant");

    public static TheoryData<string, string> Older() => ConformanceSetups.Checks("18.0.0", static kind => kind is "price" or "product" or "product-variant");

    [Theory]
    [MemberData(nameof(Newer))]
    [MemberData(nameof(Older))]
    public Task Keeps_the_contract_with_price_levels_on(string version, string name) => ConformanceSetups.RunAsync(version, name, ConformanceSetups.Levels);
}
