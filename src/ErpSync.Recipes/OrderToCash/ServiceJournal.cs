using System.Buffers;
using System.Text;
using System.Text.Json;

namespace ErpSync.Recipes;

/// <summary>Journals the services that a recipe makes in the ERP, as the engine journals what it creates: under the run, with all that was written. An announcement before the create outlives a crash.</summary>
internal sealed class ServiceJournal(Func<ISyncStore> store, TimeProvider clock, string pair)
{
    private const string Prefix = "recipes/service/";

    /// <summary>Notes that services are about to be made.</summary>
    public Task AnnounceAsync(IEnumerable<string> references, CancellationToken cancellationToken) => TextsAsync(references, "1", cancellationToken);

    /// <summary>The references that were announced and are not noted.</summary>
    public async Task<IReadOnlyList<string>> AnnouncedAsync(CancellationToken cancellationToken) =>
        [.. (await store().ReadTextsAsync(pair, Prefix, cancellationToken)).Select(text => text.Key[Prefix.Length..])];

    /// <summary>Takes announcements back.</summary>
    public Task ForgetAsync(IEnumerable<string> references, CancellationToken cancellationToken) => TextsAsync(references, null, cancellationToken);

    /// <summary>Notes services that were made.</summary>
    public async Task NoteAsync(IReadOnlyList<Remote<Product>> made, Connector erp, CancellationToken cancellationToken)
    {
        if (made.Count == 0)
            return;
        var run = (await store().ReadRunsAsync(pair, 1, cancellationToken)).Select(run => run.Number).FirstOrDefault();
        var changes = new StoreChanges();
        foreach (var service in made)
        {
            var reason = SyncReason.Of("recipes.service-made", ("reference", service.Value.Reference ?? "")).ToString();
            changes.Journal.Add(new JournalEntry(pair, run, EntityKind.Product, Side.Second, service.Id, JournalAction.Created, clock.GetUtcNow(), reason) { NewValue = Whole(service.Value, erp) });
            changes.Texts.Add((pair, Prefix + service.Value.Reference, null));
        }

        await store().CommitAsync(changes, cancellationToken);
    }

    private static string Whole(Product service, Connector erp)
    {
        var told = erp.Find<IKind<Product>>()?.Profile.ReadFields;
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var field in CatalogShapes.Product.Fields.Where(field => told?.Contains(field.Name) != false))
            {
                json.WritePropertyName(field.Name);
                field.Write(json, service);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private async Task TextsAsync(IEnumerable<string> references, string? text, CancellationToken cancellationToken)
    {
        var changes = new StoreChanges();
        foreach (var reference in references)
            changes.Texts.Add((pair, Prefix + reference, text));
        await store().CommitAsync(changes, cancellationToken);
    }
}
