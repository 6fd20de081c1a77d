namespace ErpSync.Dolibarr;

/// <summary>The stages of invoices and credit notes: 0 draft, 1 validated, 2 closed, 3 abandoned.</summary>
internal static class InvoiceStages
{
    public static InvoiceStage Read(RowReader row, decimal? paid) => (row.Text("status") ?? row.Text("statut")) switch
    {
        "1" => paid is not null and not 0 ? InvoiceStage.PartlyPaid : InvoiceStage.Open,
        "2" => InvoiceStage.Paid,
        "3" => InvoiceStage.Cancelled,
        _ => InvoiceStage.Draft,
    };

    /// <summary>The stage that a document would have if it were written with this one: what is paid follows from payments.</summary>
    public static InvoiceStage Fold(InvoiceStage stage) => stage == InvoiceStage.PartlyPaid ? InvoiceStage.Open : stage;
}
