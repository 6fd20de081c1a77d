using System.Text.Json.Nodes;

namespace ErpSync.Vtiger;

/// <summary>Purchase orders; registered for reading only.</summary>
internal sealed class PurchaseOrderKind(VtigerSession session) : InventoryKind<PurchaseOrder>(session, Modules.PurchaseOrder)
{
    public override KindProfile<PurchaseOrder> Profile => new() { WrittenFields = new HashSet<string>(StringComparer.Ordinal), DateTrust = DateTrust.Partial };

    protected override IEnumerable<string> OwnColumns => ["purchaseorder_no", "postatus", "vendor_id", "tracking_no"];

    protected override Remote<PurchaseOrder> Read(RowReader row, DocumentContent content, VtigerRun run) => new(row.Id, new PurchaseOrder
    {
        Number = row.Text("purchaseorder_no"),
        Subject = row.Text("subject"),
        Status = row.Text("postatus"),
        Supplier = row.Ref("vendor_id", EntityKind.Supplier),
        DueDate = row.Day("duedate"),
        TrackingNumber = row.Text("tracking_no"),
        Lines = content.Lines,
        Currency = content.Currency,
        ConversionRate = content.Rate,
        TotalGross = content.Gross,
    })
    {
        ModifiedAt = row.ModifiedAt,
        Label = row.Text("subject"),
    };

    protected override JsonObject Body(VtigerRun run, string module, PurchaseOrder value, IReadOnlySet<string>? fields) => [];
}
