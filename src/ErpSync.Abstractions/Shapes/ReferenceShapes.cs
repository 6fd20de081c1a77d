namespace ErpSync;

/// <summary>The shapes of reference data, which is mapped and never written: their natural keys propose the maps.</summary>
public static class ReferenceShapes
{
    /// <summary>Statuses; the proposal of a map goes by stage.</summary>
    public static Shape<OrderStatus> OrderStatus { get; } = new ShapeBuilder<OrderStatus>(1, () => new OrderStatus())
        .Field(nameof(ErpSync.OrderStatus.Code), TextField.Instance, x => x.Code, (x, v) => x with { Code = v })
        .Field<string?>(nameof(ErpSync.OrderStatus.Name), TextField.Instance, x => x.Name, (x, v) => x with { Name = v ?? "" })
        .Field(nameof(ErpSync.OrderStatus.Stage), EnumField<OrderStage>.Instance, x => x.Stage, (x, v) => x with { Stage = v })
        .Field(nameof(ErpSync.OrderStatus.IsPaid), FlagField.Instance, x => x.IsPaid, (x, v) => x with { IsPaid = v })
        .Field(nameof(ErpSync.OrderStatus.AllowsInvoice), FlagField.Instance, x => x.AllowsInvoice, (x, v) => x with { AllowsInvoice = v })
        .Field(nameof(ErpSync.OrderStatus.IsShipped), FlagField.Instance, x => x.IsShipped, (x, v) => x with { IsShipped = v })
        .Field(nameof(ErpSync.OrderStatus.IsValid), FlagField.Instance, x => x.IsValid, (x, v) => x with { IsValid = v })
        .Field(nameof(ErpSync.OrderStatus.MailsCustomer), FlagField.Instance, x => x.MailsCustomer, (x, v) => x with { MailsCustomer = v })
        .Field(nameof(ErpSync.OrderStatus.Active), FlagField.Instance, x => x.Active, (x, v) => x with { Active = v })
        .MatchedBy("code", x => x.Code)
        .MatchedBy("name", x => x.Name)
        .MatchedBy("stage", x => EnumField<OrderStage>.Instance.Display(x.Stage))
        .Build();

    /// <summary>Carriers; the proposal of a map goes by code, then name.</summary>
    public static Shape<Carrier> Carrier { get; } = new ShapeBuilder<Carrier>(1, () => new Carrier())
        .Field(nameof(ErpSync.Carrier.Code), TextField.Instance, x => x.Code, (x, v) => x with { Code = v })
        .Field<string?>(nameof(ErpSync.Carrier.Name), TextField.Instance, x => x.Name, (x, v) => x with { Name = v ?? "" })
        .Field(nameof(ErpSync.Carrier.TrackingUrl), TextField.Instance, x => x.TrackingUrl, (x, v) => x with { TrackingUrl = v })
        .Field(nameof(ErpSync.Carrier.Active), FlagField.Instance, x => x.Active, (x, v) => x with { Active = v })
        .MatchedBy("code", x => x.Code)
        .MatchedBy("name", x => x.Name)
        .Build();

    /// <summary>Ways of paying.</summary>
    public static Shape<PaymentMethod> PaymentMethod { get; } = new ShapeBuilder<PaymentMethod>(1, () => new PaymentMethod())
        .Field(nameof(ErpSync.PaymentMethod.Code), TextField.Instance, x => x.Code, (x, v) => x with { Code = v })
        .Field<string?>(nameof(ErpSync.PaymentMethod.Name), TextField.Instance, x => x.Name, (x, v) => x with { Name = v ?? "" })
        .Field(nameof(ErpSync.PaymentMethod.Active), FlagField.Instance, x => x.Active, (x, v) => x with { Active = v })
        .MatchedBy("code", x => x.Code)
        .MatchedBy("name", x => x.Name)
        .Build();

    /// <summary>Bank accounts.</summary>
    public static Shape<BankAccount> BankAccount { get; } = new ShapeBuilder<BankAccount>(1, () => new BankAccount())
        .Field(nameof(ErpSync.BankAccount.Code), TextField.Instance, x => x.Code, (x, v) => x with { Code = v })
        .Field<string?>(nameof(ErpSync.BankAccount.Name), TextField.Instance, x => x.Name, (x, v) => x with { Name = v ?? "" })
        .Field(nameof(ErpSync.BankAccount.Currency), CurrencyField.Instance, x => x.Currency, (x, v) => x with { Currency = v })
        .Field(nameof(ErpSync.BankAccount.Active), FlagField.Instance, x => x.Active, (x, v) => x with { Active = v })
        .MatchedBy("code", x => x.Code)
        .MatchedBy("name", x => x.Name)
        .Build();

    /// <summary>Taxes; the proposal of a map goes by rates and country.</summary>
    public static Shape<Tax> Tax { get; } = new ShapeBuilder<Tax>(1, () => new Tax())
        .Field(nameof(ErpSync.Tax.Code), TextField.Instance, x => x.Code, (x, v) => x with { Code = v })
        .Field<string?>(nameof(ErpSync.Tax.Name), TextField.Instance, x => x.Name, (x, v) => x with { Name = v ?? "" })
        .Field<ValueList<TaxRate>?>(nameof(ErpSync.Tax.Rates), TaxRatesField.Instance, x => x.Rates, (x, v) => x with { Rates = v ?? [] })
        .Field(nameof(ErpSync.Tax.Country), TextField.AnyCase, x => x.Country, (x, v) => x with { Country = v })
        .Field(nameof(ErpSync.Tax.State), TextField.Instance, x => x.State, (x, v) => x with { State = v })
        .Field(nameof(ErpSync.Tax.TaxClass), TextField.Instance, x => x.TaxClass, (x, v) => x with { TaxClass = v })
        .Field(nameof(ErpSync.Tax.Active), FlagField.Instance, x => x.Active, (x, v) => x with { Active = v })
        .MatchedBy("rates", x => $"{TaxRatesField.Instance.Display(x.Rates)}|{x.Country}|{x.State}")
        .Build();

    /// <summary>Warehouses.</summary>
    public static Shape<Warehouse> Warehouse { get; } = new ShapeBuilder<Warehouse>(1, () => new Warehouse())
        .Field(nameof(ErpSync.Warehouse.Code), TextField.Instance, x => x.Code, (x, v) => x with { Code = v })
        .Field<string?>(nameof(ErpSync.Warehouse.Name), TextField.Instance, x => x.Name, (x, v) => x with { Name = v ?? "" })
        .Field(nameof(ErpSync.Warehouse.Active), FlagField.Instance, x => x.Active, (x, v) => x with { Active = v })
        .MatchedBy("code", x => x.Code)
        .MatchedBy("name", x => x.Name)
        .Build();

    /// <summary>Groups of customers and price levels.</summary>
    public static Shape<CustomerGroup> CustomerGroup { get; } = new ShapeBuilder<CustomerGroup>(1, () => new CustomerGroup())
        .Field(nameof(ErpSync.CustomerGroup.Code), TextField.Instance, x => x.Code, (x, v) => x with { Code = v })
        .Field<string?>(nameof(ErpSync.CustomerGroup.Name), TextField.Instance, x => x.Name, (x, v) => x with { Name = v ?? "" })
        .Field(nameof(ErpSync.CustomerGroup.DecidesPrices), FlagField.Instance, x => x.DecidesPrices, (x, v) => x with { DecidesPrices = v })
        .Field(nameof(ErpSync.CustomerGroup.DiscountPercent), DecimalField.Instance, x => x.DiscountPercent, (x, v) => x with { DiscountPercent = v })
        .Field(nameof(ErpSync.CustomerGroup.Active), FlagField.Instance, x => x.Active, (x, v) => x with { Active = v })
        .MatchedBy("code", x => x.Code)
        .MatchedBy("name", x => x.Name)
        .Build();

    /// <summary>States and provinces of countries; known by the country's code and their own.</summary>
    public static Shape<CountryState> CountryState { get; } = new ShapeBuilder<CountryState>(1, () => new CountryState())
        .Field(nameof(ErpSync.CountryState.Code), TextField.AnyCase, x => x.Code, (x, v) => x with { Code = v })
        .Field<string?>(nameof(ErpSync.CountryState.Name), TextField.Instance, x => x.Name, (x, v) => x with { Name = v ?? "" })
        .Field(nameof(ErpSync.CountryState.Country), TextField.AnyCase, x => x.Country, (x, v) => x with { Country = v })
        .Field(nameof(ErpSync.CountryState.Active), FlagField.Instance, x => x.Active, (x, v) => x with { Active = v })
        .MatchedBy("code", x => x.Code is null ? null : $"{x.Country}-{x.Code}")
        .MatchedBy("name", x => $"{x.Country}|{x.Name}")
        .Build();

    /// <summary>Shops of an installation.</summary>
    public static Shape<Storefront> Storefront { get; } = new ShapeBuilder<Storefront>(1, () => new Storefront())
        .Field<string?>(nameof(ErpSync.Storefront.Name), TextField.Instance, x => x.Name, (x, v) => x with { Name = v ?? "" })
        .Field(nameof(ErpSync.Storefront.Group), TextField.Instance, x => x.Group, (x, v) => x with { Group = v })
        .Field(nameof(ErpSync.Storefront.Active), FlagField.Instance, x => x.Active, (x, v) => x with { Active = v })
        .MatchedBy("name", x => x.Name)
        .Build();

    /// <summary>Vouchers; known by their code.</summary>
    public static Shape<Coupon> Coupon { get; } = new ShapeBuilder<Coupon>(1, () => new Coupon())
        .Field(nameof(ErpSync.Coupon.Code), TextField.AnyCase, x => x.Code, (x, v) => x with { Code = v })
        .Field(nameof(ErpSync.Coupon.Name), TextField.Instance, x => x.Name, (x, v) => x with { Name = v })
        .Field(nameof(ErpSync.Coupon.DiscountPercent), DecimalField.Instance, x => x.DiscountPercent, (x, v) => x with { DiscountPercent = v })
        .Field(nameof(ErpSync.Coupon.DiscountAmount), MoneyField.Instance, x => x.DiscountAmount, (x, v) => x with { DiscountAmount = v })
        .Field(nameof(ErpSync.Coupon.PerPiece), FlagField.Instance, x => x.PerPiece, (x, v) => x with { PerPiece = v })
        .Field(nameof(ErpSync.Coupon.FreeShipping), FlagField.Instance, x => x.FreeShipping, (x, v) => x with { FreeShipping = v })
        .Field(nameof(ErpSync.Coupon.From), InstantField.Instance, x => x.From, (x, v) => x with { From = v })
        .Field(nameof(ErpSync.Coupon.Until), InstantField.Instance, x => x.Until, (x, v) => x with { Until = v })
        .Field(nameof(ErpSync.Coupon.MinimumAmount), MoneyField.Instance, x => x.MinimumAmount, (x, v) => x with { MinimumAmount = v })
        .Field(nameof(ErpSync.Coupon.UsageLimit), DecimalField.Instance, x => x.UsageLimit, (x, v) => x with { UsageLimit = v })
        .Field(nameof(ErpSync.Coupon.UsageCount), DecimalField.Instance, x => x.UsageCount, (x, v) => x with { UsageCount = v })
        .Field(nameof(ErpSync.Coupon.Active), FlagField.Instance, x => x.Active, (x, v) => x with { Active = v })
        .MatchedBy("code", x => x.Code)
        .Build();

    /// <summary>Currencies; the proposal of a map goes by ISO 4217 code.</summary>
    public static Shape<Currency> Currency { get; } = new ShapeBuilder<Currency>(1, () => new Currency { Code = default })
        .Field<CurrencyCode?>(nameof(ErpSync.Currency.Code), CurrencyField.Instance, x => x.Code.Value is null ? null : x.Code, (x, v) => x with { Code = v ?? default })
        .Field<string?>(nameof(ErpSync.Currency.Name), TextField.Instance, x => x.Name, (x, v) => x with { Name = v ?? "" })
        .Field(nameof(ErpSync.Currency.Rate), DecimalField.Instance, x => x.Rate, (x, v) => x with { Rate = v })
        .Field<bool?>(nameof(ErpSync.Currency.IsBase), FlagField.Instance, x => x.IsBase, (x, v) => x with { IsBase = v == true })
        .Field(nameof(ErpSync.Currency.Active), FlagField.Instance, x => x.Active, (x, v) => x with { Active = v })
        .MatchedBy("code", x => x.Code.Value)
        .Build();

    /// <summary>Languages; the proposal of a map goes by ISO 639-1 code.</summary>
    public static Shape<Language> Language { get; } = new ShapeBuilder<Language>(1, () => new Language())
        .Field<string?>(nameof(ErpSync.Language.Code), TextField.Instance, x => x.Code, (x, v) => x with { Code = v ?? "" })
        .Field<string?>(nameof(ErpSync.Language.Name), TextField.Instance, x => x.Name, (x, v) => x with { Name = v ?? "" })
        .Field(nameof(ErpSync.Language.Locale), TextField.Instance, x => x.Locale, (x, v) => x with { Locale = v })
        .Field<bool?>(nameof(ErpSync.Language.IsMain), FlagField.Instance, x => x.IsMain, (x, v) => x with { IsMain = v == true })
        .Field(nameof(ErpSync.Language.Active), FlagField.Instance, x => x.Active, (x, v) => x with { Active = v })
        .MatchedBy("code", x => x.Code)
        .Build();

    /// <summary>Countries; the proposal of a map goes by ISO 3166-1 code.</summary>
    public static Shape<Country> Country { get; } = new ShapeBuilder<Country>(1, () => new Country())
        .Field<string?>(nameof(ErpSync.Country.Code), TextField.Instance, x => x.Code, (x, v) => x with { Code = v ?? "" })
        .Field<string?>(nameof(ErpSync.Country.Name), TextField.Instance, x => x.Name, (x, v) => x with { Name = v ?? "" })
        .Field(nameof(ErpSync.Country.Active), FlagField.Instance, x => x.Active, (x, v) => x with { Active = v })
        .MatchedBy("code", x => x.Code)
        .Build();
}
