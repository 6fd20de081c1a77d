using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Testing.Tests.Samples;

/// <summary>The sample connector, checked as its README says.</summary>
public sealed class MyConnectorTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");

    public static TheoryData<string> Names => [.. Checks("unused.json").Select(check => check.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_sample_keeps_the_contract(string name)
    {
        await File.WriteAllTextAsync(_file, """[{"Id":1,"Reference":"MUG","Name":"Mug","Price":4.5,"Token":null}]""");

        var result = await Checks(_file).Single(check => check.Name == name).RunAsync();

        result.Status.Should().NotBe(ConformanceStatus.Failed, result.Message);
    }

    [Fact]
    public void The_matrix_tells_what_the_sample_can_do() =>
        ConnectorChecks.Capabilities(MyConnectorExtensions.Create("file", _file), Setup())
            .Where(line => line.IsRegistered).Select(line => $"{line.Kind} {line.Capability}")
            .Should().Equal("product IKind", "product IReader", "product IFinder", "product ICreator", "product ITokenFinder", "product IUpdater", "product IDeleter");

    public void Dispose() => File.Delete(_file);

    private static IReadOnlyList<ConformanceCheck> Checks(string file) => ConnectorChecks.For(MyConnectorExtensions.Create("file", file), Setup());

    private static ConformanceSetup Setup() => new ConformanceSetup { PassTime = (_, _) => Task.CompletedTask }
        .LeavesOut<IChangeReader<Product>>("the file has no dates")
        .LeavesOut<ILister<Product>>("a listing costs as much as a read")
        .LeavesOut<IKeyFinder<Product>>("a find costs as much as a read")
        .LeavesOut(EntityKind.Category, "the file has products only")
        .LeavesOut(EntityKind.ProductVariant, "the file has products only")
        .LeavesOut(EntityKind.StockLevel, "the file has products only")
        .LeavesOut(EntityKind.ProductImage, "the file has products only")
        .LeavesOut(EntityKind.Price, "the file has products only");
}
