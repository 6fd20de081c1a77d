namespace ErpSync.Recipes;

/// <summary>What becomes of the ERP's invoice when its order is cancelled in the shop. It is never deleted.</summary>
public enum CancelledInvoices
{
    /// <summary>A credit note of the whole invoice, where the shop has no credit slip of the order.</summary>
    CreditNote,

    /// <summary>Nothing: a person corrects it.</summary>
    Leave,
}
