using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Recipes.Tests.CyberOffice;

/// <summary>Section F: customers.</summary>
public sealed class FCustomersTests
{
    [Fact]
    public async Task CyberOffice_F1_customer_becomes_third_party_contact_and_addresses_and_follows_edits()
    {
        await using var shop = await CyberShop.StartAsync();
        await shop.SettleAsync();
        shop.Erp.ThirdParties.Should().ContainSingle().Which.Should().Match<Sandbox.DolibarrThirdParty>(party => party["email"] == "jane@example.com" && party["name"]!.Contains("Miller"));
        shop.Erp.Contacts.Should().Contain(contact => contact["email"] == "jane@example.com" && contact["lastname"] == "Miller");
        shop.Erp.Contacts.Should().Contain(contact => contact["town"] == "Paris");

        shop.World.Clock.Advance(TimeSpan.FromMinutes(10));
        shop.Customer.With(("lastname", "Smith"), ("date_upd", shop.Shop.Now));
        await shop.SettleAsync();
        shop.Erp.ThirdParties.Single()["name"].Should().Contain("Smith");
        shop.Erp.Contacts.Should().Contain(contact => contact["email"] == "jane@example.com" && contact["lastname"] == "Smith");
    }

    [Theory]
    [InlineData(true, "fr")]
    [InlineData(false, null)]
    public async Task CyberOffice_F2_language_of_the_customer_is_carried_by_option(bool carried, string? language)
    {
        await using var shop = await CyberShop.StartAsync(o => o.CustomerLanguage = carried, world => world.Customer.With(("id_lang", 2)));
        await shop.SettleAsync();
        var found = shop.Erp.ThirdParties.Single()["default_lang"];
        (string.IsNullOrEmpty(found) ? null : found[..2]).Should().Be(language);
    }

    [Fact]
    public async Task CyberOffice_F3_names_are_written_in_upper_case_with_accents_and_the_link_stays_green()
    {
        await using var shop = await CyberShop.StartAsync(o => o.NamesInUpperCase = true, world => world.Customer.With(("firstname", "Zoé"), ("lastname", "Müller")));
        await shop.SettleAsync();
        shop.Erp.ThirdParties.Single()["name"].Should().Contain("ZOÉ").And.Contain("MÜLLER");
        (await shop.World.InspectAsync(EntityKind.Customer)).Should().OnlyContain(view => view.Colour == LinkColour.Green);
        shop.Customer["lastname"].Should().Be("Müller", "the shop's name stays as it is");
    }

    [Fact]
    public async Task CyberOffice_F4_same_person_in_two_shops_is_linked_per_shop()
    {
        await using var world = new RecipeWorld();
        var (woo, erp) = (world.Shop, world.Erp);
        erp.State.AddBankAccount(account => (account["ref"], account["label"], account["currency_code"]) = ("BNK1", "Bank", "EUR"));
        woo.State.Sales.AddCustomer("jane@example.com", "Jane", "Miller");
        await using var second = new Sandbox.PrestaShop.PrestaShopSandbox(new Sandbox.PrestaShop.PrestaShopSandboxOptions { Clock = world.Clock });
        second.State.Sales.AddCustomer("jane@example.com", "Jane", "Miller");
        await second.StartAsync();
        await world.StartAsync(builder =>
        {
            builder.AddPrestaShop("other", o => (o.BaseAddress, o.ApiKey) = (second.BaseAddress, second.ApiKey));
            builder.UseCyberOffice("main", "shop", "erp", CyberShop.Defaults);
            builder.UseCyberOffice("second", "other", "erp", CyberShop.Defaults);
        });

        await world.RunAsync();
        (await world.RunAsync(new SyncRequest("second"))).Problems.Should().BeEmpty();

        erp.State.ThirdParties.Should().ContainSingle("the second shop's customer is matched by e-mail");
        (await world.RunAsync()).Written.Should().Be(0);
        (await world.RunAsync(new SyncRequest("second"))).Written.Should().Be(0);
    }
}
