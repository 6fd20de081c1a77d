using ErpSync.Recipes.Tests.CyberOffice;
using ErpSync.Recipes.Tests.Vtiger;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Recipes.Tests.Pairs;

/// <summary>What recipes find is said in the host's language, with its values.</summary>
public sealed class RecipeTextTests
{
    [Fact]
    public async Task Findings_of_order_to_cash_are_said_in_French()
    {
        await using var shop = await CyberShop.StartAsync(options => options.BankAccounts.Clear());
        var texts = shop.World.Services.GetRequiredService<ISyncTexts>();
        var findings = await shop.CheckAsync();

        var unmapped = findings.First(finding => finding.Code == "order-to-cash.bank-account-unmapped" && finding.Message.Contains("ps_wirepayment"));
        texts.Message(unmapped, "fr").Should().Contain("n’a pas de compte bancaire").And.Contain("ps_wirepayment");
        texts.Remedy(unmapped, "fr").Should().Be("Ajoutez-le à BankAccounts.");
        var service = findings.First(finding => finding.Code == "order-to-cash.service-to-come");
        texts.Message(service, "fr").Should().Contain("n’existe pas encore");
    }

    [Fact]
    public async Task Findings_of_the_vtiger_recipe_are_said_in_French()
    {
        await using var world = await VtigerWorld.StartAsync(currency: "USD");
        var texts = world.Host.Services.GetRequiredService<ISyncTexts>();
        var finding = (await world.CheckAsync()).First(finding => finding.Code == "recipes.base-currency");
        texts.Message(finding, "fr").Should().Be("Les prix de la boutique sont en EUR, ceux de vtiger en USD : les produits sont refusés.");
    }
}
