namespace ErpSync.Testing.Tests.InMemory;

public sealed class InMemoryFaultTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly InMemorySystem _shop = new("shop");

    public InMemoryFaultTests() => _shop.Kind(CatalogShapes.Product, kind => kind.PageSize = 4);

    [Theory]
    [InlineData(InMemoryFaultKind.Unavailable, ProblemKind.Unavailable, 0)]
    [InlineData(InMemoryFaultKind.RateLimited, ProblemKind.RateLimited, 0)]
    [InlineData(InMemoryFaultKind.Rejected, ProblemKind.Rejected, 0)]
    [InlineData(InMemoryFaultKind.RequestLost, ProblemKind.OutcomeUnknown, 0)]
    [InlineData(InMemoryFaultKind.ResponseLost, ProblemKind.OutcomeUnknown, 1)]
    [InlineData(InMemoryFaultKind.ErrorAfterCommit, ProblemKind.OutcomeUnknown, 1)]
    public async Task A_create_that_goes_wrong_stores_or_does_not(InMemoryFaultKind fault, ProblemKind problem, int stored)
    {
        _shop.Faults.Add(fault, "product.create");

        var results = await CreateAsync("A");

        results.Should().ContainSingle().Which.Should().BeOfType<WriteResult<Product>.Failed>().Which.Problem.Kind.Should().Be(problem);
        _shop.All<Product>().Should().HaveCount(stored);
        (await CreateAsync("B")).Should().ContainSingle().Which.Should().BeOfType<WriteResult<Product>.Written>("a fault plays once");
    }

    [Theory]
    [InlineData(InMemoryFaultKind.CrashBeforeCommit, 0)]
    [InlineData(InMemoryFaultKind.CrashAfterCommit, 1)]
    public async Task A_crash_leaves_what_was_committed(InMemoryFaultKind fault, int stored)
    {
        _shop.Faults.Add(fault, "create");

        await FluentActions.Awaiting(() => CreateAsync("A")).Should().ThrowAsync<SimulatedCrashException>();

        _shop.All<Product>().Should().HaveCount(stored);
    }

    [Theory]
    [InlineData(InMemoryFaultKind.EndsEarly, 2)]
    [InlineData(InMemoryFaultKind.Empty, 0)]
    public async Task A_listing_that_lies_ends_normally(InMemoryFaultKind fault, int lines)
    {
        Fill(4);
        _shop.Faults.Add(fault, "product.list");

        (await _shop.Connector.Get<ILister<Product>>().ListAsync(None).CountAsync()).Should().Be(lines);
    }

    [Fact]
    public async Task A_read_that_breaks_delivers_half_a_page_and_throws()
    {
        Fill(10);
        _shop.Faults.Add(InMemoryFaultKind.BreaksHalfway, "product.read", skip: 1);
        var delivered = 0;

        var read = async () =>
        {
            await foreach (var _ in _shop.Connector.Get<IReader<Product>>().ReadAsync(None))
                delivered++;
        };

        (await read.Should().ThrowAsync<ConnectorException>()).Which.Problem.IsTransient.Should().BeTrue();
        delivered.Should().Be(6);
    }

    [Fact]
    public async Task A_bad_record_comes_as_a_problem_among_the_others()
    {
        Fill(3);
        _shop.Faults.Add(new InMemoryFault(InMemoryFaultKind.BadRecord, "product.read") { Id = new RemoteId("2") });

        var read = await _shop.Connector.Get<IReader<Product>>().ReadAsync(None).ToListAsync();

        read.Select(result => result.Problem?.Id?.Value).Should().Equal(null, "2", null);
    }

    [Fact]
    public async Task A_fault_may_wait_for_a_certain_record()
    {
        _shop.Faults.Add(new InMemoryFault(InMemoryFaultKind.Rejected) { Where = record => record is Product { Reference: "B" } });

        var results = await _shop.Connector.Get<ICreator<Product>>().CreateAsync([.. "ABC".Select(letter => new Creation<Product>($"t{letter}", new Product { Reference = letter.ToString() }))], None);

        results.Select(result => result is WriteResult<Product>.Written).Should().Equal(true, false, true);
    }

    [Fact]
    public async Task A_user_can_edit_in_the_window_before_a_write()
    {
        Fill(1);
        _shop.Of<Product>().Settings.ConditionalWrites = true;
        var read = (await _shop.Connector.Get<IReader<Product>>().ReadAsync(None).SingleAsync()).Record!;
        _shop.BeforeCall = name =>
        {
            if (name == "product.update")
                _shop.Edit<Product>(read.Id, product => product with { WeightKg = 1 });
            return Task.CompletedTask;
        };

        var results = await UpdateAsync(read, read.Value with { Barcode = "1" }, nameof(Product.Barcode));

        results.Should().ContainSingle().Which.Should().BeOfType<WriteResult<Product>.Failed>().Which.Problem.Kind.Should().Be(ProblemKind.Stale);
        _shop.Get<Product>(read.Id)!.Barcode.Should().BeNull();
    }

    [Fact]
    public async Task An_unreachable_system_refuses_every_call()
    {
        _shop.Unreachable = true;

        await FluentActions.Awaiting(() => CreateAsync("A")).Should().ThrowAsync<ConnectorException>();
        _shop.Calls.All.Should().BeEmpty();
    }

    [Fact]
    public async Task Duplicates_missing_keys_foreign_pointers_and_unwritable_fields_are_refused()
    {
        var settings = _shop.Of<Product>().Settings;
        (settings.UniqueKey, settings.RequiredKey, settings.WrittenFields) = ("reference", "reference", new HashSet<string> { nameof(Product.Categories) });
        _shop.Kind(CatalogShapes.Category);
        _shop.Add(new Product { Reference = "A" });
        var read = (await _shop.Connector.Get<IReader<Product>>().ReadAsync(None).SingleAsync()).Record!;
        var foreign = new Ref(EntityKind.Category, new RemoteId("7")) { IsForeign = true };

        (await CreateAsync("A")).Should().ContainSingle(result => Is(result, ProblemKind.Duplicate));
        (await CreateAsync("")).Should().ContainSingle(result => Is(result, ProblemKind.Rejected));
        (await UpdateAsync(read, read.Value with { Categories = [foreign] }, nameof(Product.Categories))).Should().ContainSingle(result => Is(result, ProblemKind.Rejected));
        (await UpdateAsync(read, read.Value with { Categories = [new Ref(EntityKind.Category, new RemoteId("7"))] }, nameof(Product.Categories))).Should().ContainSingle(result => Is(result, ProblemKind.Rejected));
        (await UpdateAsync(read, read.Value with { Barcode = "1" }, nameof(Product.Barcode))).Should().ContainSingle(result => Is(result, ProblemKind.Unsupported));
        (await _shop.Connector.Get<IProbe>().ProbeAsync([new Need(EntityKind.Price, true, false, false, false)], None)).Should().ContainSingle();
    }

    private static bool Is(WriteResult<Product> result, ProblemKind kind) => result is WriteResult<Product>.Failed failed && failed.Problem.Kind == kind;

    private void Fill(int count)
    {
        for (var index = 1; index <= count; index++)
            _shop.Add(new Product { Reference = $"P{index}" });
    }

    private Task<IReadOnlyList<WriteResult<Product>>> CreateAsync(string reference) =>
        _shop.Connector.Get<ICreator<Product>>().CreateAsync([new Creation<Product>("t" + reference, new Product { Reference = reference })], None);

    private Task<IReadOnlyList<WriteResult<Product>>> UpdateAsync(Remote<Product> read, Product wanted, string field) =>
        _shop.Connector.Get<IUpdater<Product>>().UpdateAsync([new Revision<Product>(read, wanted, [field])], None);
}
