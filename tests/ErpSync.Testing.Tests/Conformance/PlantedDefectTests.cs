using System.Globalization;

namespace ErpSync.Testing.Tests.Conformance;

/// <summary>Each defect that connectors really have is caught by the check that is meant for it.</summary>
public sealed class PlantedDefectTests
{
    private static readonly Shape<Product> Shape = CatalogShapes.Product;

    [Fact]
    public Task A_reader_that_delivers_a_record_twice_is_caught() => Catch(
        "reads every record once",
        shop => Plant<IReader<Product>>(shop, inner => new StubReader(token => inner.ReadAsync(token).Concat(inner.ReadAsync(token).Take(1)))));

    [Fact]
    public Task A_reader_that_loses_the_last_record_is_caught() => Catch(
        "reads what is listed",
        shop => Plant<IReader<Product>>(shop, inner => new StubReader(token => inner.ReadAsync(token).SkipLast(1))));

    [Fact]
    public Task A_reader_that_reads_a_field_less_than_the_finder_is_caught() => Catch(
        "reads what was created",
        shop => Plant<IReader<Product>>(shop, inner => new StubReader(token => inner.ReadAsync(token).Select(result => ReadResult<Product>.Of(result.Record! with { Value = result.Record!.Value with { Custom = TextMap.Empty } })))));

    [Fact]
    public Task A_finder_that_makes_up_missing_records_is_caught() => Catch(
        "finds what was asked and nothing else",
        shop => Plant<IFinder<Product>>(shop, inner => new StubFinder((ids, token) => inner.FindAsync(ids, token)
            .Concat(ids.Where(id => shop.System.Get<Product>(id) is null).Select(id => ReadResult<Product>.Of(new Remote<Product>(id, new Product()))).ToAsyncEnumerable()))));

    [Fact]
    public Task A_finder_that_loses_the_last_id_of_a_batch_is_caught() => Catch(
        "finds what was asked and nothing else",
        shop => Plant<IFinder<Product>>(shop, inner => new StubFinder((ids, token) => inner.FindAsync(ids.Count > 2 ? [.. ids.Skip(1)] : ids, token))));

    [Fact]
    public Task A_key_finder_that_finds_everything_is_caught() => Catch(
        "finds by key",
        shop => Plant<IKeyFinder<Product>>(shop, _ => new StubKeyFinder((_, token) => shop.Connector.Get<IReader<Product>>().ReadAsync(token))));

    [Fact]
    public Task A_token_that_is_not_stored_is_caught() => Catch("finds by token", shop => Plant<ITokenFinder<Product>>(shop, _ => new StubTokenFinder(_ => [])));

    [Fact]
    public Task A_token_finder_that_gives_the_latest_is_caught() => Catch(
        "finds the lowest id under a token that was used twice",
        shop => Plant<ITokenFinder<Product>>(shop, _ => new StubTokenFinder(tokens => tokens.ToDictionary(token => token, _ => shop.System.All<Product>()[^1].Id))));

    [Fact]
    public Task A_listing_that_drops_an_id_is_caught() => Catch(
        "lists what was created",
        shop => Plant<ILister<Product>>(shop, inner => new StubLister(token => inner.ListAsync(token).SkipLast(1))));

    [Fact]
    public Task A_listing_that_names_an_id_twice_is_caught() => Catch(
        "lists what was created",
        shop => Plant<ILister<Product>>(shop, inner => new StubLister(token => inner.ListAsync(token).Concat(inner.ListAsync(token).Take(1)))));

    [Fact]
    public Task A_stamp_that_never_rests_is_caught()
    {
        var stamp = 0;
        return Catch(
            "lists the same twice when nothing happens",
            shop => Plant<ILister<Product>>(shop, inner => new StubLister(token => inner.ListAsync(token).Select(line => line with { Stamp = (++stamp).ToString(CultureInfo.InvariantCulture) }))));
    }

    [Fact]
    public Task A_stamp_that_never_changes_is_caught_where_dates_do_not_tell() => Catch(
        "notices an edit of WeightKg",
        shop => Plant<ILister<Product>>(shop, inner => new StubLister(token => inner.ListAsync(token).Select(line => line with { Stamp = "same" }))),
        kind => kind.SilentFields = new HashSet<string> { nameof(Product.WeightKg) });

    [Fact]
    public Task A_stamp_of_a_record_that_is_not_the_one_of_the_listing_is_caught() => Catch(
        "gives a record the stamp that the listing gives it",
        shop => Plant<ILister<Product>>(shop, inner => new StubLister(token => inner.ListAsync(token).Select(line => line with { Stamp = "2:" + line.Stamp }))));

    [Fact]
    public Task A_date_that_is_trusted_too_far_is_caught() => Catch(
        "notices an edit of WeightKg",
        _ => { },
        kind =>
        {
            kind.SilentFields = new HashSet<string> { nameof(Product.WeightKg) };
            kind.DateTrust = DateTrust.Full;
        });

    [Fact]
    public Task A_cursor_that_is_taken_after_the_read_is_caught() => Catch(
        "notices an edit of Name",
        shop => Plant<IChangeReader<Product>>(shop, inner => new StubChanges(inner, cursor => (long.Parse(cursor, CultureInfo.InvariantCulture) + TimeSpan.TicksPerSecond).ToString(CultureInfo.InvariantCulture))));

    [Fact]
    public Task A_field_that_is_lost_is_caught() => Catch("writes Barcode and nothing else", _ => { }, kind => Hide(kind, product => product with { Barcode = null }));

    [Fact]
    public Task A_field_that_is_lost_on_create_is_caught() => Catch(
        "stores every field of what it creates",
        shop => Plant<ICreator<Product>>(shop, inner => new StubCreator((batch, token) => inner.CreateAsync([.. batch.Select(creation => creation with { Value = creation.Value with { Categories = [] } })], token))));

    [Fact]
    public Task A_price_that_is_rounded_in_silence_is_caught() => Catch("writes PriceNet and nothing else", _ => { }, kind => Hide(kind, Normalising.Round(Shape, 2)));

    [Fact]
    public Task Letters_that_become_question_marks_are_caught() => Catch(
        "writes Name and nothing else",
        _ => { },
        kind => Hide(kind, Normalising.Texts(Shape, text => string.Concat(text.Select(letter => letter > 255 ? '?' : letter)), nameof(Product.Name))));

    [Fact]
    public Task A_long_text_that_is_cut_is_caught() => Catch("writes Description and nothing else", _ => { }, kind => Hide(kind, Normalising.Shorten(Shape, 255, nameof(Product.Description))));

    [Fact]
    public Task An_update_that_wipes_what_it_does_not_name_is_caught() => Catch(
        "writes Name and nothing else",
        shop => Plant<IUpdater<Product>>(shop, inner => new StubUpdater((batch, token) => inner.UpdateAsync(
            [.. batch.Select(revision => revision.Fields.Contains(nameof(Product.Summary)) ? revision : revision with { Wanted = revision.Wanted with { Summary = LocalizedText.Empty }, Fields = [.. revision.Fields, nameof(Product.Summary)] })],
            token))));

    [Fact]
    public Task Results_of_creates_in_another_order_are_caught() => Catch(
        "gives one result per created record, in order",
        shop => Plant<ICreator<Product>>(shop, inner => new StubCreator(async (batch, token) => [.. (await inner.CreateAsync(batch, token)).Reverse()])));

    [Fact]
    public Task Results_of_updates_in_another_order_are_caught() => Catch(
        "gives one result per updated record, in order",
        shop => Plant<IUpdater<Product>>(shop, inner => new StubUpdater(async (batch, token) => [.. (await inner.UpdateAsync(batch, token)).Reverse()])));

    [Fact]
    public Task An_updater_that_stops_at_a_bad_record_is_caught() => Catch(
        "goes on after a record that cannot be updated",
        shop => Plant<IUpdater<Product>>(shop, inner => new StubUpdater(async (batch, token) =>
        {
            var first = await inner.UpdateAsync([.. batch.Take(1)], token);
            return first is [WriteResult<Product>.Failed] ? first : [.. first, .. await inner.UpdateAsync([.. batch.Skip(1)], token)];
        })));

    [Fact]
    public Task An_update_of_a_missing_record_that_is_called_written_is_caught() => Catch(
        "says not found for an update of a missing record",
        shop => Plant<IUpdater<Product>>(shop, inner => new StubUpdater(async (batch, token) =>
            [.. (await inner.UpdateAsync(batch, token)).Select((result, place) => result is WriteResult<Product>.Failed ? new WriteResult<Product>.Written(batch[place].Current.Id) : result)])));

    [Fact]
    public Task A_stored_form_that_is_only_what_was_sent_is_caught() => Catch(
        "writes Name and nothing else",
        shop => Plant<IUpdater<Product>>(shop, inner => new StubUpdater(async (batch, token) =>
            [.. (await inner.UpdateAsync(batch, token)).Select((result, place) => result is WriteResult<Product>.Written written ? written with { Stored = batch[place].Current with { Value = batch[place].Wanted } } : result)])),
        kind => kind.Normalise = Normalising.Shorten(Shape, 20, nameof(Product.Name)));

    [Fact]
    public Task A_delete_that_leaves_the_record_is_caught() => Catch(
        "deletes for good and nothing else",
        shop => Plant<IDeleter<Product>>(shop, _ => new StubDeleter((batch, _) => Task.FromResult<IReadOnlyList<WriteResult<Product>>>([.. batch.Select(record => new WriteResult<Product>.Written(record.Id))]))));

    [Fact]
    public Task A_write_that_does_not_look_at_its_token_is_caught() => Catch(
        "writes nothing when cancelled",
        shop => Plant<IUpdater<Product>>(shop, inner => new StubUpdater((batch, _) => inner.UpdateAsync(batch, CancellationToken.None))));

    [Fact]
    public Task A_normal_form_that_is_not_final_is_caught() => Catch(
        "normalises what is normalised to itself",
        _ => { },
        kind => kind.Normalise = Normalising.Texts(Shape, text => text.Replace("&", "&amp;", StringComparison.Ordinal), nameof(Product.Name)));

    [Fact]
    public Task A_capability_that_was_forgotten_is_caught() => Catch("every capability is registered or left out by name", _ => { }, kind => kind.Without(InMemoryCapabilities.Delete));

    [Fact]
    public Task A_meter_that_stands_still_is_caught() => Catch("counts the requests of a read", shop => shop.Connector.With<IRequestMeter>(new StubMeter()));

    [Fact]
    public async Task An_instance_id_that_changes_is_caught()
    {
        var shop = new CheckedShop();
        var opened = 0;
        shop.Connector.With<IConnection>(new StubConnection(() => new ConnectionFacts((++opened).ToString(CultureInfo.InvariantCulture), "1")));

        (await shop.Checks.Single(check => check.Name == "connection: opens and names its installation").RunAsync()).Status.Should().Be(ConformanceStatus.Failed);
    }

    [Fact]
    public async Task What_cannot_be_removed_is_told()
    {
        var shop = new CheckedShop();
        Plant<IDeleter<Product>>(shop, _ => new StubDeleter((batch, _) =>
            Task.FromResult<IReadOnlyList<WriteResult<Product>>>([.. batch.Select(_ => new WriteResult<Product>.Failed(new SyncProblem(ProblemKind.Denied, "test.denied", "No.")))])));

        var result = await shop.Checks.Single(check => check.Name == "product: lists what was created").RunAsync();

        result.Message.Should().Contain("could not be removed").And.Contain("product 4");
    }

    private static void Hide(InMemoryKindSettings<Product> kind, Func<Product, Product> change)
    {
        kind.Normalise = change;
        kind.DeclaresNormalise = false;
    }

    private static void Plant<TCapability>(CheckedShop shop, Func<TCapability, TCapability> defect)
        where TCapability : class => shop.Connector.With(defect(shop.Connector.Get<TCapability>()));

    private static async Task Catch(string check, Action<CheckedShop> plant, Action<InMemoryKindSettings<Product>>? configure = null)
    {
        var shop = new CheckedShop(configure);
        plant(shop);

        var result = await shop.Checks.Single(candidate => candidate.Name == "product: " + check).RunAsync();

        result.Status.Should().Be(ConformanceStatus.Failed);
        result.Message.Should().NotContain("The connector threw");
    }
}
