namespace ErpSync.Vtiger;

/// <summary>The shapes of the kinds that only this package has, for <c>PairBuilder.Sync(shape)</c> and for the conformance checks.</summary>
public static class VtigerShapes
{
    /// <summary>Quotes; matched by subject.</summary>
    public static Shape<Quote> Quote { get; } = new ShapeBuilder<Quote>(1, () => new Quote())
        .Field(nameof(Vtiger.Quote.Subject), TextField.Instance, x => x.Subject, (x, v) => x with { Subject = v })
        .Field(nameof(Vtiger.Quote.Stage), TextField.Instance, x => x.Stage, (x, v) => x with { Stage = v })
        .Pointer(nameof(Vtiger.Quote.Customer), EntityKind.Customer, RefField.Instance, x => x.Customer, (x, v) => x with { Customer = v })
        .Pointer(nameof(Vtiger.Quote.Contact), EntityKind.Contact, RefField.Optional, x => x.Contact, (x, v) => x with { Contact = v })
        .Pointer(nameof(Vtiger.Quote.Deal), EntityKind.Deal, RefField.Optional, x => x.Deal, (x, v) => x with { Deal = v })
        .Field(nameof(Vtiger.Quote.ValidUntil), DateField.Instance, x => x.ValidUntil, (x, v) => x with { ValidUntil = v })
        .Field(nameof(Vtiger.Quote.BillTo), PostalAddressField.Instance, x => x.BillTo, (x, v) => x with { BillTo = v })
        .Field(nameof(Vtiger.Quote.DeliverTo), PostalAddressField.Instance, x => x.DeliverTo, (x, v) => x with { DeliverTo = v })
        .Field(nameof(Vtiger.Quote.Lines), DocumentLinesField.Instance, x => x.Lines, (x, v) => x with { Lines = v })
        .Field(nameof(Vtiger.Quote.Currency), CurrencyField.Instance, x => x.Currency, (x, v) => x with { Currency = v })
        .Field(nameof(Vtiger.Quote.ConversionRate), DecimalField.Instance, x => x.ConversionRate, (x, v) => x with { ConversionRate = v })
        .Field(nameof(Vtiger.Quote.TotalGross), TotalField.Instance, x => x.TotalGross, (x, v) => x with { TotalGross = v })
        .Field(nameof(Vtiger.Quote.Note), TextField.Instance, x => x.Note, (x, v) => x with { Note = v })
        .MatchedBy("subject", x => x.Subject)
        .After(EntityKind.Customer, EntityKind.Contact, EntityKind.Deal, EntityKind.Product)
        .Build();

    /// <summary>Purchase orders; matched by subject.</summary>
    public static Shape<PurchaseOrder> PurchaseOrder { get; } = new ShapeBuilder<PurchaseOrder>(1, () => new PurchaseOrder())
        .Field(nameof(Vtiger.PurchaseOrder.Subject), TextField.Instance, x => x.Subject, (x, v) => x with { Subject = v })
        .Field(nameof(Vtiger.PurchaseOrder.Status), TextField.Instance, x => x.Status, (x, v) => x with { Status = v })
        .Pointer(nameof(Vtiger.PurchaseOrder.Supplier), EntityKind.Supplier, RefField.Instance, x => x.Supplier, (x, v) => x with { Supplier = v })
        .Field(nameof(Vtiger.PurchaseOrder.DueDate), DateField.Instance, x => x.DueDate, (x, v) => x with { DueDate = v })
        .Field(nameof(Vtiger.PurchaseOrder.TrackingNumber), TextField.Instance, x => x.TrackingNumber, (x, v) => x with { TrackingNumber = v })
        .Field(nameof(Vtiger.PurchaseOrder.Lines), DocumentLinesField.Instance, x => x.Lines, (x, v) => x with { Lines = v })
        .Field(nameof(Vtiger.PurchaseOrder.Currency), CurrencyField.Instance, x => x.Currency, (x, v) => x with { Currency = v })
        .Field(nameof(Vtiger.PurchaseOrder.ConversionRate), DecimalField.Instance, x => x.ConversionRate, (x, v) => x with { ConversionRate = v })
        .Field(nameof(Vtiger.PurchaseOrder.TotalGross), TotalField.Instance, x => x.TotalGross, (x, v) => x with { TotalGross = v })
        .MatchedBy("subject", x => x.Subject)
        .After(EntityKind.Supplier, EntityKind.Product)
        .Build();

    /// <summary>Headers of price books; matched by name.</summary>
    public static Shape<PriceBook> PriceBook { get; } = new ShapeBuilder<PriceBook>(1, () => new PriceBook())
        .Field(nameof(Vtiger.PriceBook.Name), TextField.Instance, x => x.Name, (x, v) => x with { Name = v })
        .Field(nameof(Vtiger.PriceBook.Currency), CurrencyField.Instance, x => x.Currency, (x, v) => x with { Currency = v })
        .Field(nameof(Vtiger.PriceBook.Active), FlagField.Instance, x => x.Active, (x, v) => x with { Active = v })
        .Field(nameof(Vtiger.PriceBook.Description), TextField.Instance, x => x.Description, (x, v) => x with { Description = v })
        .MatchedBy("name", x => x.Name)
        .Build();

    /// <summary>Documents; matched by title.</summary>
    public static Shape<CrmDocument> CrmDocument { get; } = new ShapeBuilder<CrmDocument>(1, () => new CrmDocument())
        .Field(nameof(Vtiger.CrmDocument.Title), TextField.Instance, x => x.Title, (x, v) => x with { Title = v })
        .Field(nameof(Vtiger.CrmDocument.FileName), TextField.Instance, x => x.FileName, (x, v) => x with { FileName = v })
        .Field(nameof(Vtiger.CrmDocument.Note), TextField.Instance, x => x.Note, (x, v) => x with { Note = v })
        .MatchedBy("title", x => x.Title)
        .Build();
}
