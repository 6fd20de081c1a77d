using ErpSync.Sandbox;
using ErpSync.Sandbox.PrestaShop;

namespace ErpSync.Recipes.Tests.Vtiger;

/// <summary>Sections G and H of the list: the exports by hand.</summary>
public sealed class ExportRuleTests
{
    [Fact]
    public async Task Vtiger_G1_Export_of_products_can_be_repeated()
    {
        await using var world = await VtigerWorld.StartAsync(seed: world => Products(world, 3));
        await world.FeedAsync("export-products");
        world.Product("NEW");
        await world.FeedAsync("export-products");
        world.In("Products").Should().HaveCount(4);
    }

    [Theory]
    [InlineData(false, "Other")]
    [InlineData(true, "The P0")]
    public async Task Vtiger_G2_Known_codes_are_not_doubled_and_refreshed_only_by_option(bool edits, string name)
    {
        await using var world = await VtigerWorld.StartAsync(o => o.ProductEdits = edits, seed: world =>
        {
            Products(world, 2);
            world.Add("Products", ("productname", "Other"), ("productcode", "P0"), ("discontinued", "1"));
        });
        await world.FeedAsync("export-products");
        await world.FeedAsync("export-products");
        world.In("Products").Should().HaveCount(2);
        world.In("Products").Single(product => product["productcode"] == "P0")["productname"].Should().Be(name);
    }

    [Fact]
    public async Task Vtiger_G3_Progress_is_told_until_the_end()
    {
        await using var world = await VtigerWorld.StartAsync(seed: world => Products(world, 12));
        var seen = new Recorded();
        await world.FeedAsync("export-products", seen);
        seen.Steps.Should().Contain(step => step.Kind == EntityKind.Product && step.Done > 0 && step.Done == step.Total);
    }

    [Fact]
    public async Task Vtiger_G4_Export_that_was_stopped_goes_on_behind_what_is_done()
    {
        await using var world = await VtigerWorld.StartAsync(seed: world => Products(world, 12));
        world.Host.Crm.Faults.Add(new Fault(FaultKind.DropBeforeCommit) { Method = "POST", Skip = 6, Times = 100 });
        await world.TryFeedAsync("export-products");
        world.Host.Crm.Faults.Clear();
        var done = world.In("Products").Select(product => (product.Id, Changed: product["modifiedtime"])).ToList();
        done.Should().HaveCountGreaterThan(0).And.HaveCountLessThan(12);
        world.Host.Clock.Advance(TimeSpan.FromHours(1));
        await world.FeedAsync("export-products");
        world.In("Products").Should().HaveCount(12);
        world.In("Products").Select(product => (product.Id, product["modifiedtime"])).Should().Contain(done, "what was done is not written again");
    }

    [Theory]
    [InlineData(FaultKind.DropAfterCommit)]
    [InlineData(FaultKind.ErrorAfterCommit)]
    public async Task Vtiger_G5_Export_that_is_cut_hard_and_begun_again_doubles_nothing(FaultKind fault)
    {
        await using var world = await VtigerWorld.StartAsync(seed: world => Products(world, 9));
        world.Host.Crm.Faults.Add(new Fault(fault) { Method = "POST", Skip = 4 });
        await world.TryFeedAsync("export-products");
        world.Host.Crm.Faults.Clear();
        world.Host.Restart();
        for (var run = 0; run < 2; run++)
        {
            world.Host.Clock.Advance(TimeSpan.FromHours(1));
            await world.TryFeedAsync("export-products");
        }

        world.In("Products").Select(product => product["productcode"]).Should().BeEquivalentTo(Enumerable.Range(0, 9).Select(number => $"P{number}"));
    }

    [Fact]
    public async Task Vtiger_H1_Finished_export_of_customers_is_refused_a_second_time()
    {
        await using var world = await VtigerWorld.StartAsync(seed: world => world.Register());
        await world.FeedAsync("export-customers");
        var second = await world.TryFeedAsync("export-customers");
        second.Outcome.Should().Be(FeedOutcome.Refused);
    }

    [Fact]
    public async Task Vtiger_H1_Export_that_was_cut_off_does_not_count_as_the_one()
    {
        await using var world = await VtigerWorld.StartAsync(seed: world => world.Register());
        world.Host.Crm.Faults.Add(new Fault(FaultKind.DropBeforeCommit) { Times = 100 });
        (await world.TryFeedAsync("export-customers")).Outcome.Should().Be(FeedOutcome.Failed);
        world.Host.Crm.Faults.Clear();
        await world.FeedAsync("export-customers");
        world.In("Leads").Should().ContainSingle();
    }

    [Fact]
    public async Task Vtiger_H2_Customers_without_orders_are_leads_with_orders_contacts_and_companies_get_an_account()
    {
        await using var world = await VtigerWorld.StartAsync(seed: world =>
        {
            var mug = world.Product("MUG");
            world.Register("Lea", "Lead", "lea@example.org");
            world.Order(world.Register("Carl", "Contact", "carl@example.org"), VtigerWorld.Paid, (mug, 1));
            var company = world.Register("Ann", "Acme", "ann@example.org");
            company.With(("company", "ACME"));
            world.Order(company, VtigerWorld.Paid, (mug, 1));
        });
        await world.FeedAsync("export-customers");
        world.Only("Leads")["email"].Should().Be("lea@example.org");
        world.In("Contacts").Select(contact => contact["email"]).Should().BeEquivalentTo(["carl@example.org", "ann@example.org"]);
        world.Only("Accounts")["accountname"].Should().Be("ACME");
        world.In("Contacts").Single(contact => contact["email"] == "ann@example.org")["account_id"].Should().Be(world.Only("Accounts").Id);
    }

    [Theory]
    [InlineData(false, "Old")]
    [InlineData(true, "Schmidt")]
    public async Task Vtiger_H3_Export_leaves_customers_that_the_CRM_knows_as_they_are_unless_the_option_updates_them(bool updates, string name)
    {
        await using var world = await VtigerWorld.StartAsync(o => o.ExportUpdatesKnown = updates, seed: world =>
        {
            world.Register();
            world.Register("Lea", "Lead", "lea@example.org");
            world.Add("Contacts", ("lastname", "Old"), ("phone", "0815"), ("email", "Anna@Example.org"));
        });
        await world.FeedAsync("export-customers");
        world.Only("Contacts")["lastname"].Should().Be(name);
        world.Only("Leads")["email"].Should().Be("lea@example.org", "unknown ones are made all the same");
        var before = world.Host.Crm.Requests.Writes;
        await world.FeedAsync("customers");
        world.Only("Contacts")["lastname"].Should().Be(name, "nor does the feed that follows");
        world.Host.Crm.Requests.Writes.Should().Be(before);
        (await world.Host.InspectAsync(EntityKind.Customer)).Should().OnlyContain(view => view.Colour == LinkColour.Green, "they agreed to differ");
    }

    [Fact]
    public async Task Vtiger_H3_Customer_that_the_export_left_as_it_was_gets_later_edits_of_the_shop()
    {
        PrestaShopRecord? anna = null;
        await using var world = await VtigerWorld.StartAsync(seed: world =>
        {
            anna = world.Register();
            world.Add("Contacts", ("lastname", "Old"), ("firstname", "Anne"), ("email", "anna@example.org"));
        });
        await world.FeedAsync("export-customers");
        anna!.With(("lastname", "Miller"));
        world.Touch(anna!);
        await world.FeedAsync("customers");
        world.Only("Contacts")["lastname"].Should().Be("Miller");
        world.Only("Contacts")["firstname"].Should().Be("Anne", "only what was edited goes over");
    }

    [Fact]
    public async Task Vtiger_H4_Export_of_customers_shows_progress_and_goes_on_after_a_stop()
    {
        await using var world = await VtigerWorld.StartAsync(seed: world => Enumerable.Range(0, 8).ToList().ForEach(number => world.Register("A", $"Name{number}", $"a{number}@example.org")));
        world.Host.Crm.Faults.Add(new Fault(FaultKind.DropAfterCommit) { Method = "POST", Skip = 4 });
        var seen = new Recorded();
        await world.TryFeedAsync("export-customers", seen);
        world.Host.Crm.Faults.Clear();
        seen.Steps.Should().Contain(step => step.Kind == EntityKind.Customer && step.Done > 0);
        world.Host.Restart();
        world.Host.Clock.Advance(TimeSpan.FromHours(1));
        await world.TryFeedAsync("export-customers");
        world.Host.Clock.Advance(TimeSpan.FromHours(1));
        await world.TryFeedAsync("customers");
        world.In("Leads").Select(lead => lead["email"]).Should().BeEquivalentTo(Enumerable.Range(0, 8).Select(number => $"a{number}@example.org"));
    }

    private static void Products(VtigerWorld world, int count)
    {
        for (var number = 0; number < count; number++)
            world.Product($"P{number}");
    }

    private sealed class Recorded : IProgress<SyncProgress>
    {
        public List<SyncProgress> Steps { get; } = [];

        public void Report(SyncProgress value)
        {
            lock (Steps)
                Steps.Add(value);
        }
    }
}
