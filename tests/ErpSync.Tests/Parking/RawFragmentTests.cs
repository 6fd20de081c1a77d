namespace ErpSync.Tests.Parking;

public sealed class RawFragmentTests
{
    private const string Key = "A1B2C3D4E5F6G7H8";

    [Theory]
    [InlineData($"GET https://shop/api/products?ws_key={Key}&display=full")]
    [InlineData($"https://user:{Key}@shop/api")]
    [InlineData($"Authorization: Basic {Key}=")]
    [InlineData($"Authorization: Bearer {Key}.{Key}")]
    [InlineData($"DOLAPIKEY: {Key}")]
    [InlineData($"X-Api-Key: {Key}")]
    [InlineData($"{{\"api_key\":\"{Key}\"}}")]
    [InlineData($"{{\"access_token\" : \"{Key}\", \"id\": 1}}")]
    [InlineData($"{{\\\"password\\\":\\\"{Key}\\\"}}")]
    [InlineData($"<secure_key><![CDATA[{Key}]]></secure_key>")]
    [InlineData($"consumer_key=x&consumer_secret={Key}")]
    public async Task Key_in_a_fragment_is_masked_in_both_stores(string raw)
    {
        foreach (var sort in new[] { "memory", "sqlite" })
        {
            using var home = new StoreHome(sort);
            var stored = await StoreAsync(home.Store, raw);
            stored.Problem.Raw.Should().NotContain(Key).And.Contain(SecretText.Mask);
            stored.Problem.Message.Should().NotContain(Key);
        }
    }

    [Theory]
    [MemberData(nameof(StoreHome.Sorts), MemberType = typeof(StoreHome))]
    public async Task Long_fragment_is_cut_and_a_key_at_the_limit_is_not_halved(string sort)
    {
        using var home = new StoreHome(sort);
        var stored = await StoreAsync(home.Store, new string('x', 1985) + $" ws_key={Key} " + new string('y', 100_000));
        stored.Problem.Raw!.Length.Should().BeLessOrEqualTo(2000);
        stored.Problem.Raw.Should().NotContain(Key[..4]);
    }

    [Theory]
    [MemberData(nameof(StoreHome.Sorts), MemberType = typeof(StoreHome))]
    public async Task State_fingerprint_and_values_of_the_message_come_back(string sort)
    {
        using var home = new StoreHome(sort);
        await home.Store.OpenAsync(CancellationToken.None);
        var weight = 3;
        var record = new ParkedRecord("main", EntityKind.Product, Side.First, new RemoteId("1"), new SyncProblem(ProblemKind.Rejected, "test.heavy", $"It weighs {weight} kg."))
        {
            State = ParkedState.Dead,
            Fingerprint = "ab/-",
            Attempts = 4,
            ParkedAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        };
        var changes = new StoreChanges();
        changes.Parked.Add(record);
        await home.Store.CommitAsync(changes, CancellationToken.None);

        await foreach (var stored in home.Store.ReadParkedAsync("main", null, CancellationToken.None))
        {
            stored.Should().Be(record);
            stored.Problem.Arguments["weight"].Should().Be("3");
        }
    }

    private static async Task<ParkedRecord> StoreAsync(ISyncStore store, string raw)
    {
        await store.OpenAsync(CancellationToken.None);
        var changes = new StoreChanges();
        changes.Parked.Add(new ParkedRecord("main", EntityKind.Product, Side.First, new RemoteId("1"), new SyncProblem(ProblemKind.Rejected, "test.dirty", $"Failed: {raw}") { Raw = raw }));
        await store.CommitAsync(changes, CancellationToken.None);
        await foreach (var record in store.ReadParkedAsync("main", null, CancellationToken.None))
            return record;
        throw new InvalidOperationException("Nothing was stored.");
    }
}
