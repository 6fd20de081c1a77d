using ErpSync.Recipes.Tests.Connect;
using ErpSync.Sandbox.Dolibarr;
using ErpSync.Sandbox.PrestaShop;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Recipes.Tests.Pairs;

/// <summary>The invoice of the ERP, for the customer whose order it is and for nobody else.</summary>
public sealed class InvoicePdfTests
{
    [Fact]
    public async Task An_invoice_is_served_to_its_owner_and_absent_while_it_is_a_draft()
    {
        await using var world = ConnectWorld.New();
        var order = world.Shop.Order();
        await world.ConnectAsync();
        await world.DoneAsync(ConnectFeedNames.ImportNewProducts);
        (await OpenAsync(world, order)).Should().BeNull("the order is not in the ERP yet");
        await world.DoneAsync(ConnectFeedNames.ImportNewOrders);
        (await OpenAsync(world, order)).Should().BeNull("there is no invoice");
        var invoice = Invoice(world);
        (await OpenAsync(world, order)).Should().BeNull("a draft is nobody's business");

        await ValidateAsync(world, invoice.Id);
        await using var file = await OpenAsync(world, order);

        file!.FileName.Should().EndWith(".pdf");
        using var reader = new StreamReader(file.Content);
        (await reader.ReadToEndAsync()).Should().StartWith("%PDF");
    }

    [Fact]
    public async Task Somebody_elses_invoice_is_refused_with_the_words_for_one_that_does_not_exist()
    {
        await using var world = ConnectWorld.New();
        var order = world.Shop.Order();
        var other = world.Shop.State.Sales.AddCustomer("eve@example.com", "Eve", "Other");
        await world.ConnectAsync();
        await world.DoneAsync(ConnectFeedNames.ImportNewProducts);
        await world.DoneAsync(ConnectFeedNames.ImportNewOrders);
        await ValidateAsync(world, Invoice(world).Id);
        world.Erp.Requests.Clear();

        var documents = world.Services.GetRequiredService<ISyncDocuments>();
        var refused = await documents.Awaiting(x => x.OpenInvoicePdfAsync("main", RemoteId.From(order.Id), RemoteId.From(other.Id))).Should().ThrowAsync<ConnectorException>();
        var missing = await documents.Awaiting(x => x.OpenInvoicePdfAsync("main", new RemoteId("999"), RemoteId.From(other.Id))).Should().ThrowAsync<ConnectorException>();

        refused.Which.Problem.Kind.Should().Be(ProblemKind.NotFound);
        refused.Which.Problem.Message.Replace($" {order.Id} ", " 999 ", StringComparison.Ordinal).Should().Be(missing.Which.Problem.Message);
        world.Erp.Requests.Total.Should().Be(0, "the ERP is not even asked");
    }

    private static Task<PdfFile?> OpenAsync(RecipeWorld world, PrestaShopRecord order) =>
        world.Services.GetRequiredService<ISyncDocuments>().OpenInvoicePdfAsync("main", RemoteId.From(order.Id), RemoteId.From(order.Number("id_customer")));

    private static DolibarrInvoice Invoice(RecipeWorld world)
    {
        var order = world.Erp.State.Orders.Single();
        return world.Erp.State.AddInvoice($$"""{"socid":{{order.ThirdPartyId}},"type":0,"date":1795000000,"linked_objects":{"commande":{{order.Id}}},"lines":[{"desc":"Goods","qty":1,"subprice":10,"tva_tx":20}]}""");
    }

    private static async Task ValidateAsync(RecipeWorld world, int id)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("DOLAPIKEY", world.Erp.ApiKey);
        using var body = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri(world.Erp.BaseAddress, $"api/index.php/invoices/{id}/validate"), body);
        answer.EnsureSuccessStatusCode();
    }
}
