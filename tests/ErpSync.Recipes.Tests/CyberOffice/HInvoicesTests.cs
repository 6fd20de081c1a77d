using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Recipes.Tests.CyberOffice;

/// <summary>Section H: invoices and payments.</summary>
public sealed class HInvoicesTests
{
    [Fact]
    public async Task CyberOffice_H1_invoice_follows_the_status_and_a_status_without_the_shops_invoice_is_a_finding()
    {
        await using var shop = await CyberShop.StartAsync(o => o.OrderStatuses = ["10", "2"]);
        (await shop.CheckAsync()).Should().Contain(finding => finding.Code == "order-to-cash.invoice-off" && finding.Message.Contains("Awaiting bank wire payment"));
        var order = shop.Order(state: 10);
        await shop.SettleAsync();
        (shop.Erp.Orders.Count, shop.Erp.Invoices.Count).Should().Be((1, 0));
        shop.Sales.ChangeState(order.Id, 2);
        await shop.SettleAsync();
        shop.Erp.Invoices.Should().ContainSingle().Which.Status.Should().BeGreaterThan(0);
    }

    [Fact]
    public async Task CyberOffice_H2_pdf_goes_to_its_owner_and_to_nobody_else_and_is_absent_before_there_is_an_invoice()
    {
        await using var shop = await CyberShop.StartAsync();
        var other = shop.Sales.AddCustomer("other@example.com");
        var (waiting, placed) = (shop.Order(state: 10), shop.Order());
        await shop.SettleAsync();
        var documents = shop.World.Services.GetRequiredService<ISyncDocuments>();

        await using (var pdf = await documents.OpenInvoicePdfAsync("main", RemoteId.From(placed.Id), RemoteId.From(shop.Customer.Id)))
        {
            using var reader = new StreamReader(pdf!.Content);
            (await reader.ReadToEndAsync()).Should().StartWith("%PDF");
        }

        await documents.Invoking(x => x.OpenInvoicePdfAsync("main", RemoteId.From(placed.Id), RemoteId.From(other.Id))).Should().ThrowAsync<ConnectorException>();
        (await documents.OpenInvoicePdfAsync("main", RemoteId.From(waiting.Id), RemoteId.From(shop.Customer.Id))).Should().BeNull();
    }

    [Fact]
    public async Task CyberOffice_H3_payment_of_a_mapped_way_goes_to_its_account_and_an_unmapped_one_is_not_booked_and_reported()
    {
        await using var shop = await CyberShop.StartAsync(o =>
        {
            o.PaymentMethods["ps_checkpayment"] = "7";
            o.BankAccounts["ps_wirepayment"] = "2";
        }, world => world.Erp.AddBankAccount(account => (account["ref"], account["label"], account["currency_code"]) = ("BNK2", "Other", "EUR")));
        shop.Order();
        shop.Order(change: draft => draft with { Module = "ps_checkpayment", Payment = "Cheque" });
        (await shop.CheckAsync()).Should().Contain(finding => finding.Code == "order-to-cash.bank-account-unmapped" && finding.Message.Contains("ps_checkpayment"), "it is listed before the run");

        var report = await shop.RunAsync();

        shop.Erp.Payments.Should().ContainSingle().Which.AccountId.Should().Be(2);
        shop.Erp.Invoices.Count.Should().Be(2, "order and invoice are booked all the same");
        report.Problems.Should().Contain(problem => problem.Code == "map.value-unmapped" && problem.Message.Contains("ps_checkpayment"));

        shop.Restart(o =>
        {
            o.PaymentMethods["ps_checkpayment"] = "7";
            o.BankAccounts["ps_checkpayment"] = "1";
            o.BankAccounts["ps_wirepayment"] = "2";
        });
        await shop.World.SettleAsync();
        shop.Erp.Payments.Select(payment => payment.AccountId).Should().BeEquivalentTo([2, 1], "once it is mapped, it passes");
    }

    [Fact]
    public async Task CyberOffice_H4_payment_is_booked_once_and_a_full_sum_sets_the_invoice_to_paid()
    {
        await using var shop = await CyberShop.StartAsync();
        shop.Order();
        await shop.SettleAsync();
        shop.Erp.Payments.Should().ContainSingle();
        shop.Erp.Invoices.Single().IsPaid.Should().BeTrue();

        await shop.World.RunAsync(new SyncRequest("main") { Full = true });
        shop.Restart(null);
        await shop.World.RunAsync(new SyncRequest("main") { Full = true });
        shop.Erp.Payments.Should().ContainSingle();
    }

    [Fact]
    public async Task CyberOffice_H5_cancelled_order_with_an_invoice_becomes_a_credit_note_and_nothing_is_deleted()
    {
        await using var shop = await CyberShop.StartAsync();
        var placed = shop.Order();
        await shop.SettleAsync();
        var total = shop.Erp.Invoices.Single().Amounts.Gross;
        shop.Sales.ChangeState(placed.Id, 6);
        await shop.SettleAsync();
        shop.Erp.Invoices.Count.Should().Be(2);
        var credit = shop.Erp.Invoices.Single(invoice => invoice.Type == 2);
        credit.Amounts.Gross.Should().Be(-total);
        credit.SourceId.Should().Be(shop.Erp.Invoices.Single(invoice => invoice.Type == 0).Id);
        await shop.World.RunAsync(new SyncRequest("main") { Full = true });
        shop.Erp.Invoices.Count.Should().Be(2, "it is made once");
    }

    [Fact]
    public async Task CyberOffice_H5_option_leaves_the_invoice_to_a_person()
    {
        await using var shop = await CyberShop.StartAsync(o => o.CancelledInvoices = CancelledInvoices.Leave);
        var placed = shop.Order();
        await shop.SettleAsync();
        shop.Sales.ChangeState(placed.Id, 6);
        await shop.SettleAsync();
        shop.Erp.Invoices.Should().ContainSingle();
        shop.Erp.Orders.Single().Status.Should().Be(-1);
    }

    [Fact]
    public async Task CyberOffice_H5_cancelled_order_with_a_slip_is_credited_by_the_slip_and_the_rest_waits_for_a_person()
    {
        await using var shop = await CyberShop.StartAsync();
        var placed = shop.Order();
        await shop.SettleAsync();
        shop.Sales.AddSlip(placed.Id, 0m, (shop.Sales.Details.Single().Id, 1));
        shop.Sales.ChangeState(placed.Id, 6);
        var report = await shop.RunAsync();
        report.Problems.Should().Contain(problem => problem.Code == "order-to-cash.credited-already");
        shop.Erp.Invoices.Where(invoice => invoice.Type == 2).Should().ContainSingle("the slip").Which.Amounts.Gross.Should().Be(-12m);
    }

    [Fact]
    public async Task CyberOffice_H5_slip_behind_a_booked_cancellation_credits_nothing_more()
    {
        await using var shop = await CyberShop.StartAsync();
        var placed = shop.Order();
        await shop.SettleAsync();
        shop.Sales.ChangeState(placed.Id, 6);
        await shop.SettleAsync();
        shop.Sales.AddSlip(placed.Id, 0m, (shop.Sales.Details.Single().Id, 1));
        var report = await shop.RunAsync();
        report.Problems.Should().NotBeEmpty().And.OnlyContain(problem => problem.Code == "order-to-cash.cancelled-already");
        await shop.World.RunAsync(new SyncRequest("main") { Full = true });
        shop.Erp.Invoices.Where(invoice => invoice.Type == 2).Should().ContainSingle("the cancellation").Which.Amounts.Gross.Should().Be(-shop.Erp.Invoices.Single(invoice => invoice.Type == 0).Amounts.Gross);
    }

    [Fact]
    public async Task CyberOffice_H5_cancellation_behind_a_slip_of_everything_credits_nothing_more_and_asks_nobody()
    {
        await using var shop = await CyberShop.StartAsync();
        var placed = shop.Order();
        await shop.SettleAsync();
        shop.Sales.AddSlip(placed.Id, 8.4m, (shop.Sales.Details.Single().Id, 2));
        await shop.SettleAsync();
        shop.Sales.ChangeState(placed.Id, 6);
        await shop.SettleAsync();
        await shop.World.RunAsync(new SyncRequest("main") { Full = true });
        shop.Erp.Invoices.Where(invoice => invoice.Type == 2).Should().ContainSingle("the slip").Which.Amounts.Gross.Should().Be(-32.4m);
    }

    [Fact]
    public async Task CyberOffice_H5_cancellation_behind_a_booked_partial_slip_leaves_the_rest_to_a_person()
    {
        await using var shop = await CyberShop.StartAsync();
        var placed = shop.Order();
        await shop.SettleAsync();
        shop.Sales.AddSlip(placed.Id, 0m, (shop.Sales.Details.Single().Id, 1));
        await shop.SettleAsync();
        shop.Sales.ChangeState(placed.Id, 6);
        var report = await shop.RunAsync();
        report.Problems.Should().NotBeEmpty().And.OnlyContain(problem => problem.Code == "order-to-cash.credited-already");
        await shop.World.RunAsync(new SyncRequest("main") { Full = true });
        shop.Erp.Invoices.Where(invoice => invoice.Type == 2).Should().ContainSingle("the slip").Which.Amounts.Gross.Should().Be(-12m);
    }
}
