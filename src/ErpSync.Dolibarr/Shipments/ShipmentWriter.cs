using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>Creates, changes and deletes shipments: a draft with its lines, validated when it is whole. Lines cannot be changed later.</summary>
internal sealed class ShipmentWriter(TradeSession session) : ICreator<Shipment>, IUpdater<Shipment>, IDeleter<Shipment>
{
    public Task<IReadOnlyList<WriteResult<Shipment>>> CreateAsync(IReadOnlyList<Creation<Shipment>> batch, CancellationToken cancellationToken) => session.EachAsync<Shipment, Creation<Shipment>>(batch, static _ => null, CreateAsync, cancellationToken);

    public Task<IReadOnlyList<WriteResult<Shipment>>> UpdateAsync(IReadOnlyList<Revision<Shipment>> batch, CancellationToken cancellationToken) => session.EachAsync<Shipment, Revision<Shipment>>(batch, static revision => revision.Current.Id, UpdateAsync, cancellationToken);

    public Task<IReadOnlyList<WriteResult<Shipment>>> DeleteAsync(IReadOnlyList<Remote<Shipment>> batch, CancellationToken cancellationToken) => session.EachAsync<Shipment, Remote<Shipment>>(batch, static record => record.Id, DeleteAsync, cancellationToken);

    private static async Task<WriteResult<Shipment>> CreateAsync(Creation<Shipment> creation, TradeRun run, CancellationToken cancellationToken)
    {
        var value = creation.Value;
        var orderId = value.Order is { IsForeign: false } pointer ? Numbers.Of(pointer.Id) : null;
        if (orderId is not { } order || await run.Client.FindAsync($"orders/{JsonValues.Invariant(order)}", cancellationToken) is not { } row)
            throw new ConnectorException(new SyncProblem(ProblemKind.WaitingForDependency, DocumentCodes.OrderMissing, "Dolibarr ships orders, and the order of this shipment is not linked or does not exist.") { EntityKind = Shipment.Kind, Field = nameof(Shipment.Order) });
        var tracking = TrackingText.Of(value.TrackingNumbers, run.Setup);
        var body = new JsonObject
        {
            ["socid"] = row.Whole("socid"),
            ["origin"] = "commande",
            ["origin_type"] = "commande",
            ["origin_id"] = order,
            ["ref_ext"] = creation.Token,
            ["tracking_number"] = tracking.Column,
            ["lines"] = await ShipmentLines.MakeAsync(value, row, run, cancellationToken),
            ["caller"] = "erpsync",
        };
        if (value.Carrier is { IsForeign: false })
            DocumentBodies.WritePointer(body, "shipping_method_id", value.Carrier);
        if (tracking.WithNote(value.Note) is { Length: > 0 } note)
            body["note_private"] = TextRules.Html(note, run.Setup);
        (run.ExtraFields.Loaded ?? ExtraFieldBook.Unknown).Write(body, value.Custom, TextMap.Empty, ShipmentMapping.Element, run.Options.ShipmentFields, run.Setup.OffsetAt);
        var answer = await run.Client.PostAsync("shipments", body, cancellationToken);
        var id = CreatedId.Read(answer, run.Client.Connection, Shipment.Kind);
        await Completing.Async<Shipment>(id, () => MoveAsync($"shipments/{JsonValues.Invariant(id)}", ShipmentStage.Draft, ShipmentMapping.Fold(value.Stage ?? ShipmentStage.Draft), run, cancellationToken));
        return new WriteResult<Shipment>.Written(RemoteId.From(id));
    }

    private static async Task<WriteResult<Shipment>> UpdateAsync(Revision<Shipment> revision, TradeRun run, CancellationToken cancellationToken)
    {
        var (path, wanted, current) = ("shipments/" + revision.Current.Id.Value, revision.Wanted, revision.Current.Value);
        var tracking = TrackingText.Of(Has(nameof(Shipment.TrackingNumbers)) ? wanted.TrackingNumbers : current.TrackingNumbers, run.Setup);
        var body = new JsonObject { ["caller"] = "erpsync" };
        if (Has(nameof(Shipment.TrackingNumbers)))
            body["tracking_number"] = tracking.Column;
        if (Has(nameof(Shipment.Carrier)))
            DocumentBodies.WritePointer(body, "shipping_method_id", wanted.Carrier);
        // Numbers that do not fit stand in the note: it is written with them, and when they go.
        if (Has(nameof(Shipment.Note)) || (Has(nameof(Shipment.TrackingNumbers)) && (tracking.Rest.Length > 0 || TrackingText.Of(current.TrackingNumbers, run.Setup).Rest.Length > 0)))
            body["note_private"] = TextRules.Html(tracking.WithNote(Has(nameof(Shipment.Note)) ? wanted.Note : current.Note), run.Setup);
        if (Has(nameof(Shipment.Custom)))
            (run.ExtraFields.Loaded ?? ExtraFieldBook.Unknown).Write(body, wanted.Custom, current.Custom, ShipmentMapping.Element, run.Options.ShipmentFields, run.Setup.OffsetAt);
        if (body.Count > 1)
            await run.Client.PutAsync(path, body, cancellationToken);
        if (Has(nameof(Shipment.Stage)) && wanted.Stage is { } stage)
            await MoveAsync(path, current.Stage ?? ShipmentStage.Draft, ShipmentMapping.Fold(stage), run, cancellationToken);
        return new WriteResult<Shipment>.Written(revision.Current.Id);

        bool Has(string field) => revision.Fields.Contains(field, StringComparer.Ordinal);
    }

    private static async Task MoveAsync(string path, ShipmentStage from, ShipmentStage to, TradeRun run, CancellationToken cancellationToken)
    {
        if (from == to)
            return;
        if (to is ShipmentStage.Draft or ShipmentStage.Cancelled || (from == ShipmentStage.Delivered && to == ShipmentStage.Ready))
            throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, DocumentCodes.StageRefused, $"A shipment that is {from} cannot become {to} by Dolibarr's API.") { EntityKind = Shipment.Kind, Field = nameof(Shipment.Stage), Remedy = "Change it in Dolibarr's screen." });
        if (from == ShipmentStage.Draft)
            await DocumentActions.PostAsync(path, "validate", new JsonObject { ["notrigger"] = 0 }, run, cancellationToken);
        if (to == ShipmentStage.Delivered)
            await DocumentActions.PostAsync(path, "close", new JsonObject { ["notrigger"] = 0 }, run, cancellationToken);
    }

    private static async Task<WriteResult<Shipment>> DeleteAsync(Remote<Shipment> record, TradeRun run, CancellationToken cancellationToken)
    {
        var path = "shipments/" + record.Id.Value;
        if (await run.Client.FindAsync(path, cancellationToken) is { } row && (row.Text("status") ?? row.Text("statut")) is not "0")
            throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, DolibarrCodes.InUse, "The shipment is validated, and its goods are booked out: it is not deleted.") { EntityKind = Shipment.Kind, Id = record.Id, Remedy = "Take it back in Dolibarr's screen." });
        await run.Client.DeleteAsync(path, cancellationToken);
        return new WriteResult<Shipment>.Written(record.Id);
    }
}
