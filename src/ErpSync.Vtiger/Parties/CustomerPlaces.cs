using System.Text.Json.Nodes;

namespace ErpSync.Vtiger;

/// <summary>The addresses of the order that makes somebody a customer.</summary>
/// <param name="BillTo">Where the bill goes; null when it is not told.</param>
/// <param name="DeliverTo">Where the goods go; null when it is not told.</param>
internal sealed record CustomerPlaces(PostalAddress? BillTo, PostalAddress? DeliverTo)
{
    public static CustomerPlaces Of(Order order) => new(order.BillTo ?? order.DeliverTo, order.DeliverTo);

    public void WriteAccount(JsonObject body, CountryNames countries)
    {
        if (BillTo is not null)
            PlaceFields.Billing.Write(body, BillTo, countries);
        if (DeliverTo is not null)
            PlaceFields.Shipping.Write(body, DeliverTo, countries);
    }

    public void WriteContact(JsonObject body, CountryNames countries)
    {
        if (BillTo is not null)
            PlaceFields.Mailing.Write(body, BillTo, countries);
    }
}
