namespace ErpSync.PrestaShop.Tests.Traps;

/// <summary>What a connector can fall into with customers and addresses.</summary>
public sealed class PartyTraps
{
    [Theory]
    [InlineData("9.1.4")]
    [InlineData("8.2.1")]
    [InlineData("1.7.8")]
    public async Task A_change_of_one_field_keeps_password_keys_groups_and_note(string version)
    {
        await using var shop = await Shop.StartAsync(version);
        var stored = shop.Server.State.Sales.AddCustomer("jane@example.com").With(("note", "VIP"), ("siret", "73282932000074"), ("newsletter", true));
        stored.SetList("groups", ["3"], ["1"]);
        var (password, key) = (stored["passwd"], stored["secure_key"]);
        var current = (await shop.ReadAsync<Customer>()).Single();

        var results = await shop.UpdateAsync((current, current.Value with { LastName = "Mueller" }, [nameof(Customer.LastName)]));

        results.Single().Should().BeOfType<WriteResult<Customer>.Written>();
        (stored["lastname"], stored["passwd"], stored["secure_key"], stored["note"], stored["siret"], stored["newsletter"]).Should().Be(("Mueller", password, key, "VIP", "73282932000074", "1"));
        stored.List("groups").Select(entry => entry[0]).Should().Equal("3", "1");
    }

    [Fact]
    public async Task Passwords_and_keys_are_never_read()
    {
        await using var shop = await Shop.StartAsync();
        var stored = shop.Server.State.Sales.AddCustomer("jane@example.com");

        var record = (await shop.ReadAsync<Customer>()).Single();

        record.Native!.ToString().Should().NotContain(stored["passwd"]).And.NotContain(stored["secure_key"]);
    }

    [Fact]
    public async Task A_new_customer_gets_a_password_that_nobody_knows()
    {
        await using var shop = await Shop.StartAsync();
        await shop.OpenAsync();

        await shop.CreateAsync(Person("one@example.com"), Person("two@example.com"));

        shop.Server.State.Sales.Customers.Select(row => row["passwd"]).Should().OnlyHaveUniqueItems();
        shop.Server.State.Sales.Mails.Should().BeEmpty();
    }

    [Fact]
    public async Task An_address_of_mail_that_is_taken_is_a_duplicate_and_stops_nobody_else()
    {
        await using var shop = await Shop.StartAsync();
        shop.Server.State.Sales.AddCustomer("two@example.com");

        var results = await shop.CreateAsync(Person("one@example.com"), Person("two@example.com"), Person("three@example.com"));

        results.Select(result => result is WriteResult<Customer>.Written).Should().Equal(true, false, true);
        (results[1].Problem().Kind, results[1].Problem().Code).Should().Be((ProblemKind.Duplicate, PrestaShopCodes.DuplicateValue));
        shop.Server.State.Sales.Customers.Select(row => row["email"]).Should().BeEquivalentTo("two@example.com", "one@example.com", "three@example.com");
    }

    [Fact]
    public async Task Guests_may_share_an_address_of_mail_and_are_not_found_by_it()
    {
        await using var shop = await Shop.StartAsync();
        shop.Server.State.Sales.AddCustomer("jane@example.com", "Guest").With(("is_guest", true));
        shop.Server.State.Sales.AddCustomer("jane@example.com", "Jane");

        var found = await shop.Connector.Get<IKeyFinder<Customer>>().FindByKeyAsync(["jane@example.com"], CancellationToken.None).ToListAsync();

        found.Select(result => result.Record!.Value.FirstName).Should().Equal("Jane");
        (await shop.ReadAsync<Customer>()).Select(record => record.Value.IsGuest).Should().Equal(true, false);
    }

    [Fact]
    public async Task Digits_and_addresses_in_names_are_taken_out_and_a_company_without_a_person_gets_its_own_name()
    {
        await using var shop = await Shop.StartAsync();
        await shop.OpenAsync();

        var results = await shop.CreateAsync(
            Person("one@example.com") with { FirstName = "Jane 2nd", LastName = "http://x.example" },
            new Customer { Email = "two@example.com", IsCompany = true, Company = "Acme 24 <Ltd>" });

        results.Should().OnlyContain(result => result is WriteResult<Customer>.Written);
        shop.Server.State.Sales.Customers.Select(row => (row["firstname"], row["lastname"], row["company"])).Should().Equal(("Jane nd", "http x. example", ""), ("-", "Acme Ltd", "Acme 24 Ltd"));
    }

    [Fact]
    public async Task A_customer_without_mail_is_refused_with_the_remedy()
    {
        await using var shop = await Shop.StartAsync();

        var problem = (await shop.CreateAsync(Person("") with { Email = null })).Single().Problem();

        (problem.Code, problem.Field, problem.EntityKind, problem.Connection).Should().Be((PrestaShopCodes.EmailMissing, nameof(Customer.Email), EntityKind.Customer, "shop"));
        problem.Remedy.Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task An_address_that_an_order_uses_is_only_marked_by_a_delete_and_is_no_record_any_more()
    {
        await using var shop = await Shop.StartAsync();
        SalesSeed.Order(shop.Server.State);
        var unused = shop.Server.State.Sales.AddAddress(1, "Nice");
        var records = await shop.ReadAsync<Address>();

        var results = await shop.Connector.Get<IDeleter<Address>>().DeleteAsync(records, CancellationToken.None);

        results.Should().OnlyContain(result => result is WriteResult<Address>.Written);
        shop.Server.State.Sales.Addresses.Find(unused.Id).Should().BeNull();
        shop.Server.State.Sales.Addresses[1]["deleted"].Should().Be("1");
        (await shop.ListAsync<Address>()).Should().BeEmpty();
        (await shop.ReadAsync<Order>()).Single().Value.DeliverTo!.City.Should().Be("Lyon");
    }

    [Fact]
    public async Task Addresses_of_brands_are_no_records()
    {
        await using var shop = await Shop.StartAsync();
        shop.Server.State.Sales.AddAddress(0).With(("id_manufacturer", 1));

        (await shop.ReadAsync<Address>()).Should().BeEmpty();
        (await shop.ListAsync<Address>()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_country_that_the_shop_does_not_have_is_refused_because_the_shop_would_keep_any_number()
    {
        await using var shop = await Shop.StartAsync();
        var customer = shop.Server.State.Sales.AddCustomer("jane@example.com");

        var problem = (await shop.CreateAsync(new Address { Owner = new Ref(EntityKind.Customer, RemoteId.From(customer.Id)), LastName = "Doe", Line1 = "1 Main St", City = "Utopia", Country = "XX" })).Single().Problem();

        (problem.Code, problem.Field).Should().Be((PrestaShopCodes.CountryUnknown, nameof(Address.Country)));
        shop.Server.State.Sales.Addresses.Should().BeEmpty();
    }

    [Fact]
    public async Task A_state_travels_by_its_code_and_one_that_the_country_lacks_is_left_out()
    {
        await using var shop = await Shop.StartAsync();
        var customer = shop.Server.State.Sales.AddCustomer("jane@example.com");
        var owner = new Ref(EntityKind.Customer, RemoteId.From(customer.Id));

        await shop.CreateAsync(
            new Address { Owner = owner, LastName = "Doe", Line1 = "1 Main St", City = "Miami", Country = "US", State = "FL" },
            new Address { Owner = owner, LastName = "Doe", Line1 = "2 Main St", City = "Paris", Country = "FR", State = "FL" });

        (await shop.ReadAsync<Address>()).Select(record => (record.Value.Country, record.Value.State)).Should().Equal(("US", "FL"), ("FR", null));
    }

    private static Customer Person(string email) => new() { Email = email, FirstName = "Jane", LastName = "Doe" };
}
