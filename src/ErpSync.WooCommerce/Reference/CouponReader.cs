using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ErpSync.WooCommerce;

/// <summary>Reads coupons: what buyers typed, and what the discount lines of orders are named after.</summary>
internal sealed class CouponReader(WooSession session) : IReader<Coupon>
{
    private const string Path = "coupons?_fields=id,code,amount,status,discount_type,description,date_expires_gmt,usage_count,usage_limit,free_shipping,minimum_amount";

    public async IAsyncEnumerable<ReadResult<Coupon>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        await foreach (var item in session.Pager.ReadAsync(Path, OrderReader.Element, cancellationToken))
        {
            if (item.Problem is not null)
                yield return ReadResult<Coupon>.Bad(item.Problem with { EntityKind = Coupon.Kind });
            else
                yield return Results.Read(item.Value.Whole("id") is { } id ? RemoteId.From(id) : null, () => Read(item.Value, run.Setup));
        }
    }

    /// <exception cref="ConnectorException">A value cannot be read; it is named.</exception>
    public static Remote<Coupon> Read(JsonElement json, ShopSetup setup)
    {
        var row = new RowReader(json, EntityKind.Coupon);
        var isPercent = row.Text("discount_type")?.EndsWith("percent", StringComparison.Ordinal) == true;
        var amount = row.Number("amount");
        return new Remote<Coupon>(RemoteId.From(row.Id), new Coupon
        {
            Code = Texts.Plain(row.Text("code")),
            Name = ProductMapping.Trimmed(Texts.Plain(row.Text("description"))),
            DiscountPercent = isPercent ? amount : null,
            DiscountAmount = !isPercent && amount is { } money && setup.Currency is { } currency ? new Money(money, currency) : null,
            PerPiece = row.Text("discount_type") == "fixed_product",
            FreeShipping = json.Flag("free_shipping"),
            Until = row.Instant("date_expires_gmt"),
            MinimumAmount = row.Number("minimum_amount") is { } least and > 0 && setup.Currency is { } own ? new Money(least, own) : null,
            UsageLimit = row.Whole("usage_limit"),
            UsageCount = row.Whole("usage_count"),
            Active = row.Text("status") is null or "publish",
        })
        {
            Label = row.Text("code"),
        };
    }
}
