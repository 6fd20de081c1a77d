namespace ErpSync.Sandbox.PrestaShop;

/// <summary>An order to be placed, as a checkout would place it.</summary>
public sealed record PrestaShopOrderDraft
{
    /// <summary>The customer.</summary>
    public required int CustomerId { get; init; }

    /// <summary>The address of delivery and bill.</summary>
    public required int AddressId { get; init; }

    /// <summary>What is bought.</summary>
    public required IReadOnlyList<PrestaShopOrderLine> Lines { get; init; }

    /// <summary>The address of the bill; null takes <see cref="AddressId"/>.</summary>
    public int? InvoiceAddressId { get; init; }

    /// <summary>The carrier; 2 is the one that a new installation charges for.</summary>
    public int CarrierId { get; init; } = 2;

    /// <summary>The currency.</summary>
    public int CurrencyId { get; init; } = 1;

    /// <summary>The language.</summary>
    public int LanguageId { get; init; } = 1;

    /// <summary>The state it is born in; 10 awaits a bank wire.</summary>
    public int StateId { get; init; } = 10;

    /// <summary>The payment module's technical name.</summary>
    public string Module { get; init; } = "ps_wirepayment";

    /// <summary>The way of payment as the shop words it.</summary>
    public string Payment { get; init; } = "Bank transfer";

    /// <summary>Vouchers: the cart rule, the value with tax and the value without, in the order's currency.</summary>
    public IReadOnlyList<(int CartRuleId, decimal Gross, decimal Net)> Vouchers { get; init; } = [];

    /// <summary>What gift wrapping costs without tax, in the order's currency; 0 for none. Taxed with 20 %.</summary>
    public decimal WrappingNet { get; init; }

    /// <summary>The words that go with the present; null for no present.</summary>
    public string? GiftMessage { get; init; }

    /// <summary>The cart; null makes one.</summary>
    public int? CartId { get; init; }
}
