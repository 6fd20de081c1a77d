using ErpSync.Recipes;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Docs;

/// <summary>The recipes with the options that hosts ask for most.</summary>
internal static class Recipes
{
    public static void OrderToCash(IErpSyncBuilder builder) => builder.UseOrderToCash("main", "shop", "erp", o =>
    {
        o.OrdersFrom = new DateOnly(2027, 1, 1);
        o.OrderStatuses = ["on-hold", "processing", "completed"]; // also what waits for its money
        o.InvoiceStatuses = ["on-hold", "processing", "completed"];
        o.PaymentMethods["bacs"] = "2";
        o.BankAccounts["bacs"] = "1";
        o.PaymentsBack = true; // booked in the ERP: once the invoice is paid in full, in one payment or several, the shop's order is paid
        o.MailPayments = false; // and the customer is not mailed about it
        o.StatusBack = true;
        o.MailStatus = true; // changes of a status may mail; so many within a day that the brake asks do not
        o.CancelledInvoices = CancelledInvoices.CreditNote;
        o.PlanAfterChange = true; // other options later: a plan first
    });

    public static void CyberOffice(IErpSyncBuilder builder) => builder.UseCyberOffice("main", "shop", "erp", o =>
    {
        o.OrdersFrom = new DateOnly(2027, 1, 1);
        o.Stock = true;
        o.Reverse.Stock = true; // what the ERP can sell, less what the shop has sold and not booked
        o.Reverse.Tracking = true;
    });

    public static void Connect(IErpSyncBuilder builder) => builder.UseConnectFeeds("main", "shop", "erp", o =>
    {
        o.OrdersFromId = 1200;
        o.Carriers["2"] = "2";
        o.Payments["Bank transfer"] = "2";
        (o.FullShipmentStatus, o.PartialShipmentStatus, o.StockImportWarehouse) = ("4", "3", "MAIN");
        o.Schedules.StockExport = TimeSpan.FromMinutes(1);
    });

    public static void Vtiger(IErpSyncBuilder builder) => builder.UseVtigerConnector("main", "shop", "crm", o =>
    {
        o.CreateDeals = true;
        o.ExportUpdatesKnown = false; // the first export leaves customers that the CRM has already
    });

    public static void WpShop(IErpSyncBuilder builder) => builder.UseWpShop("main", "shop", "erp", o =>
    {
        o.Sales.OrdersFrom = new DateOnly(2027, 1, 1);
        o.Edits = Edits.Show;
    });

    /// <summary>The policies that recipes are made of.</summary>
    public static void Own(IErpSyncBuilder builder) => builder
        .AddPair("own", "shop", "erp", pair => pair
            .Sync<Customer>(customer => customer.From("shop").BringAlong())
            .Sync<Order>(order => order.From("shop").StartAfter("shop", new RemoteId("1200")).MailFrom("shop"))
            .Sync<Payment>(payment => payment.From("erp").WhereOffered().WhereLinked("erp", record => record.Value.Invoice)))
        .AddFeeds("own", feeds => feeds
            .Add("customers-once", feed => feed.Kinds(EntityKind.Customer).Into("erp").Once().LeavingKnown())
            .Add("orders", feed => feed.Kinds(EntityKind.Order, EntityKind.Payment).Every(TimeSpan.FromMinutes(1)))
            .PlanAfterChange("shop 1, orders behind 1200"));
}
