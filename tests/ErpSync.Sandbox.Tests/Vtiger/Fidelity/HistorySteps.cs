using System.Globalization;
using System.Text.Json.Nodes;
using ErpSync.Sandbox.Vtiger;

namespace ErpSync.Sandbox.Tests.Vtiger.Fidelity;

/// <summary>What was done to the recorded server beside the recordings.</summary>
internal static class HistorySteps
{
    public static async Task RunAsync(HistoryRun run, string step)
    {
        var state = run.State;
        switch (step)
        {
            case "!account-to-delete":
                Add(state, "Accounts", """{"accountname":"To be deleted"}""", 9);
                break;
            case "!dollars":
                state.AddCurrency("USD", "USA, Dollars", "$", 1.1m);
                break;
            case "!stock-100":
                await run.ReviseAsync("""{"id":"14x20","qtyinstock":"100"}""");
                break;
            case "!tax-21":
                state.AddTax("BTW hoog", 21m);
                break;
            case "!taxes-again":
                await run.ReviseAsync("""{"id":"14x20","unit_price":"9.99","currency_id":"21x1","currency2":"12.49","tax1":"6.000","tax4":"21.000","qtyinstock":"77"}""");
                break;
            case "!clerk":
                state.AddUser(Clerk);
                break;
            case "!guest":
                state.AddUser(new VtigerUser(6, "guest", "GuestKey") { LastName = "Guest", TimeZone = "Asia/Kolkata", DateFormat = "mm-dd-yyyy", HasPicklistValues = false, Hidden = Set("Invoice"), ReadOnly = Set("Products", "Contacts", "Accounts") });
                break;
            case "!typical-order":
                Products(state);
                Add(state, "SalesOrder", """
                    {"subject":"Bon de commande no1","sostatus":"Approved","invoicestatus":"AutoCreated","account_id":"11x30","contact_id":"12x31","bill_street":"1 rue de la Paix",
                    "ship_street":"1 rue de la Paix","hdnTaxType":"individual","LineItems":[{"productid":"14x49","quantity":"2","listprice":"10","tax4":"21","comment":"Colour: white & \"big\""},
                    {"productid":"14x50","quantity":"1","listprice":"20","tax1":"6","discount_percent":"10"},{"productid":"26x36","quantity":"1","listprice":"7","tax4":"21","comment":"Carrier: My carrier"},
                    {"productid":"26x51","quantity":"1","listprice":"2","tax4":"21","discount_amount":"0.5"}]}
                    """, 52);
                break;
            case "!updated-order":
                Add(state, "SalesOrder", Order("Bon de commande no3", """
                    "hdnDiscountAmount":"5","shipping_&_handling":"7","shipping_&_handling_shtax1":0,"shipping_&_handling_shtax2":0,"shipping_&_handling_shtax3":0,"txtAdjustment":"0.01","LineItems":[{"productid":"14x49","quantity":"1","listprice":"10","tax4":"21"},
                    {"productid":"14x50","quantity":"2","listprice":"20","tax1":"6"},{"productid":"26x51","quantity":"1","listprice":"2","tax4":"21"}]
                    """), 70);
                break;
            case "!order-to-shorten":
                Add(state, "SalesOrder", Order("Bon de commande no4", """
                    "LineItems":[{"productid":"14x49","quantity":"2","listprice":"10","tax4":"21"},{"productid":"26x51","quantity":"1","listprice":"2","tax4":"21"}]
                    """), 71);
                break;
            case "!bulk":
                for (var i = 0; i < 1000; i++)
                    Bulk(state, i);
                break;
            case "!bulk-orders":
                for (var i = 0; i < 50; i++)
                    Add(state, "SalesOrder", Order($"bulk {i}", """
                        "LineItems":[{"productid":"14x49","quantity":"1","listprice":"10","tax4":"21"},{"productid":"14x50","quantity":"1","listprice":"20","tax1":"6"},{"productid":"26x36","quantity":"1","listprice":"7","tax4":"21"}]
                        """), 1078 + i);
                break;
            case "!upload":
                await run.UploadAsync("Documents", """{"notes_title":"Uploaded","notecontent":"note","filelocationtype":"I","filestatus":"1","folderid":"22x1","assigned_user_id":"19x1"}""", 1129, "filename", "hello.txt", "text/plain", "Hello vtiger\n"u8.ToArray());
                break;
            case "!order-of-deleted":
                var gone = Add(state, "Products", """{"productname":"Soon deleted","unit_price":"3"}""", 1137);
                Add(state, "SalesOrder", """{"subject":"with deleted product","sostatus":"Created","account_id":"11x30","bill_street":"x","ship_street":"x","hdnTaxType":"individual","currency_id":"21x1","LineItems":[{"productid":"14x1137","quantity":"1","listprice":"3"}]}""", 1138);
                gone.IsDeleted = true;
                break;
            case "!account-gone":
                Add(state, "Accounts", """{"accountname":"Gone Ltd"}""", 1140).IsDeleted = true;
                break;
            case "!login":
                run.ForgetSessions();
                break;
            case "!collect":
                run.Crm.EndSessions();
                break;
            case "!invoice-2":
                Add(state, "Products", """{"productname":"Stock test","productcode":"st_1","unit_price":"10","tax4":"21","qtyinstock":"100","discontinued":"1"}""", 1145);
                Add(state, "Invoice", """{"subject":"tmp","invoicestatus":"Created","account_id":"11x30","bill_street":"x","ship_street":"x","hdnTaxType":"individual","currency_id":"21x1","LineItems":[{"productid":"14x1145","quantity":"2","listprice":"10","tax4":"21"}]}""", 1146);
                break;
            case "!compound":
                state.SetTaxCompound(5, 4);
                break;
            case "!unique-code":
                state.SetUnique("Products", "productcode");
                break;
            case "!code-gone":
                Add(state, "Products", """{"productname":"del code","productcode":"delcode"}""", 1157).IsDeleted = true;
                break;
            case "!code-to-delete":
                Add(state, "Products", """{"productname":"to delete","productcode":"todel"}""", 1159);
                break;
            case "!phone":
                await run.ReviseAsync("""{"id":"12x31","phone":"999"}""");
                break;
            case "!product-deleted":
                Add(state, "Products", """{"productname":"Sync B","productcode":"sync_b"}""", 45).IsDeleted = true;
                break;
            case "!order-63" or "!order-68":
                HistorySeeds.Add(state, step == "!order-63" ? "6x63" : "6x68");
                break;
            case "!more-invoices":
                state.Find("7x1146")!.IsDeleted = true;
                Add(state, "Invoice", """{"subject":"tmp","invoicestatus":"Cancel","account_id":"11x30","bill_street":"x","ship_street":"x","hdnTaxType":"individual","currency_id":"21x1","LineItems":[{"productid":"14x1145","quantity":"3","listprice":"10","tax4":"21"}]}""", 1147);
                Add(state, "Invoice", """{"subject":"tmp","invoicestatus":"Created","account_id":"11x30","bill_street":"x","ship_street":"x","hdnTaxType":"individual","currency_id":"21x1","LineItems":[{"productid":"14x1145","quantity":"1000","listprice":"10","tax4":"21"}]}""", 1148);
                break;
            case "!custom-fields":
                state.AddCustomField("Products", "cf_901", "External reference");
                state.AddCustomField("SalesOrder", "cf_903", "External reference", isUnique: true);
                state.AddCustomField("Contacts", "cf_905", "External reference");
                break;
            case "!price-book":
                state.Relate(state.Find("8x38")!, state.Find("14x20")!);
                break;
            case "!private":
                state.AddUser(Clerk with { Private = Set("Contacts") });
                break;
            case "!not-private":
                state.AddUser(Clerk);
                break;
            case "!detail-product":
                Add(state, "Products", """{"productname":"Detail","productcode":"dv_1","unit_price":"10","currency1":"10","currency2":"12","currency_id":"21x1","tax4":"21","qtyinstock":"5","discontinued":"1"}""", 1166);
                break;
            case "!same-second":
                Add(state, "Vendors", """{"vendorname":"Same second A0"}""", 1168);
                break;
            case "!wsapp":
                run.Keys["vtigerSyncLib"] = state.RegisterApplication("vtigerSyncLib");
                run.Keys["vtigerCRM"] = state.RegisterApplication("vtigerCRM");
                break;
            case "!batch":
                await run.PutAsync("""[{"mode":"create","module":"Products","id":"bp-5","values":{"productname":"Batch 5","productcode":"BATCH-0005","unit_price":"9.99","tax4":"21","discontinued":"1","assigned_user_id":"19x1","modifiedtime":"2026-11-22 04:01:50"}}]""", 1189);
                break;
            case "!two-lines-more":
                await run.ReviseAsync("""{"id":"6x70","hdnTaxType":"individual","hdnDiscountAmount":"5","hdnS_H_Amount":"7","txtAdjustment":"0.01","currency_id":"21x1","conversion_rate":"1","LineItems":[{"productid":"14x49","quantity":"2","listprice":"10.00","tax4":"21.000"}]}""");
                break;
            default:
                throw new InvalidOperationException($"There is no step {step}.");
        }
    }

    private static VtigerUser Clerk => new(5, "clerk", "ClerkKey") { LastName = "Clerk", Email = "clerk@example.com", TimeZone = "America/New_York", DateFormat = "dd-mm-yyyy", DecimalSeparator = ',' };

    private static void Products(VtigerState state)
    {
        Add(state, "Products", """{"productname":"Mug 21","productcode":"ord_21","unit_price":"10","tax4":"21","qtyinstock":"100","discontinued":"1"}""", 49);
        Add(state, "Products", """{"productname":"Book 6","productcode":"ord_6","unit_price":"20","tax1":"6","qtyinstock":"50","discontinued":"1"}""", 50);
        Add(state, "Services", """{"servicename":"PrestaWrapping","unit_price":"2","tax4":"21","discontinued":"1"}""", 51);
    }

    private static void Bulk(VtigerState state, int i)
    {
        var record = Add(state, "Products", $$"""{"productname":"Bulk product {{i:D4}}","productcode":"BULK-{{i:D4}}","unit_price":"{{i % 97}}.99","qtyinstock":"{{i % 50}}","discontinued":"1"}""", 78 + i);
        record["modifiedtime"] = new DateTime(2026, 11, 22, 3, 41, 0, DateTimeKind.Utc).AddSeconds(Math.Floor((i - 473) / 12.7)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private static string Order(string subject, string rest) => $$"""
        {"subject":"{{subject}}","sostatus":"{{(subject.StartsWith("bulk", StringComparison.Ordinal) ? "Approved" : "Created")}}","account_id":"11x30",{{(subject.StartsWith("bulk", StringComparison.Ordinal) ? "\"bill_street\":\"x\",\"ship_street\":\"x\"" : "\"contact_id\":\"12x31\",\"bill_street\":\"1 rue de la Paix\",\"ship_street\":\"1 rue de la Paix\"")}},"hdnTaxType":"individual","currency_id":"21x1",{{rest}}}
        """;

    private static VtigerRecord Add(VtigerState state, string module, string element, long number) => state.Add(module, JsonNode.Parse(element)!.AsObject(), number);

    private static HashSet<string> Set(params string[] names) => new(names, StringComparer.Ordinal);
}
