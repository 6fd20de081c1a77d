using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ErpSync.Abstractions.Tests.Shapes.Types;

public sealed class PartyFieldTests
{
    private static readonly PostalAddress Home = new() { FirstName = "Zoé", LastName = "Dupont", Line1 = "5 quai Nord", Postcode = "69002", City = "Lyon", Country = "FR", Phone = "+33 4 00" };

    [Theory]
    [InlineData("zoe@Example.com", "ZOE@example.com ", true)]
    [InlineData("zoe@example.com", "zoe@example.org", false)]
    public void Mail_addresses_are_compared_without_case(string one, string other, bool equal) =>
        PartyShapes.Customer.Find(nameof(Customer.Email))!.AreEqual(new Customer { Email = one }, new Customer { Email = other }).Should().Be(equal);

    [Theory]
    [InlineData("+33 4 00.00", "+3340000", true)]
    [InlineData("04 00", "0400", true)]
    [InlineData("+33400", "33400", false)]
    [InlineData("", null, true)]
    public void Telephone_numbers_are_compared_by_their_digits(string one, string? other, bool equal) => TextField.Phone.AreEqual(one, other).Should().Be(equal);

    [Theory]
    [InlineData("FR 403 032 650 45", "fr40303265045", true)]
    [InlineData("FR40303265045", "FR40303265046", false)]
    public void Vat_numbers_are_compared_without_blanks_and_case(string one, string other, bool equal) => TextField.Code.AreEqual(one, other).Should().Be(equal);

    [Fact]
    public void Addresses_are_compared_by_content()
    {
        PostalAddressField.Instance.AreEqual(Home, Home with { City = "LYON ", Phone = "+33400" }).Should().BeTrue();
        PostalAddressField.Instance.AreEqual(Home, Home with { Postcode = "69001" }).Should().BeFalse();
        PostalAddressField.Instance.AreEqual(null, new PostalAddress()).Should().BeTrue();
        PostalAddressField.Instance.Display(Home).Should().Be("Zoé Dupont, 5 quai Nord, 69002 Lyon, FR");
    }

    [Fact]
    public void Every_part_of_an_address_is_compared_and_kept()
    {
        foreach (var property in typeof(PostalAddress).GetProperties().Where(property => property.PropertyType == typeof(string)))
        {
            var other = Home with { };
            property.SetValue(other, "77");
            PostalAddressField.Instance.AreEqual(Home, other).Should().BeFalse(property.Name);
            using var json = JsonDocument.Parse(ErpSync.Testing.FieldContent.Json(PartyShapes.Lead.Find(nameof(Lead.Address))!, new Lead { Address = other }));
            PostalAddressField.Instance.Read(json.RootElement).Should().Be(other);
        }
    }

    [Fact]
    public void The_record_of_an_address_is_copied_to_documents_and_keyed_by_its_content()
    {
        Address address = new() { Owner = new Ref(EntityKind.Customer, new RemoteId("3")), Alias = "Home", FirstName = "Zoé", LastName = "Dupont", Line1 = "5 quai Nord", Postcode = "69002", City = "Lyon", Country = "FR", Phone = "+33 4 00" };

        address.ToPostal().Should().Be(Home);
        foreach (var property in typeof(Address).GetProperties().Where(property => typeof(PostalAddress).GetProperty(property.Name) is not null))
        {
            var other = address with { };
            property.SetValue(other, "77");
            typeof(PostalAddress).GetProperty(property.Name)!.GetValue(other.ToPostal()).Should().Be("77");
            PartyShapes.Address.Ownership!.Key(other).Should().NotBe(PartyShapes.Address.Ownership!.Key(address), property.Name);
        }

        PartyShapes.Address.Ownership!.Key(address with { Alias = "Work" }).Should().Be(PartyShapes.Address.Ownership!.Key(address));
    }

    [Fact]
    public void Guests_are_matched_by_nothing_that_others_may_share()
    {
        string?[] Keys(Customer customer) => [.. PartyShapes.Customer.NaturalKeys.Select(key => key.Of(customer))];

        Keys(new Customer { Email = "Zoe@x.org", IsCompany = true, Company = "Zoe SARL" }).Should().Equal("zoe@x.org", null, "", "zoe sarl");
        Keys(new Customer { Email = "Zoe@x.org", IsCompany = true, Company = "Zoe SARL", IsGuest = true }).Should().Equal(null, null, "", null);
        Keys(new Customer { Company = "Zoe SARL" })[3].Should().BeNull("a person's employer is no key");
    }

    [Fact]
    public void Converted_leads_are_matched_by_nothing() => PartyShapes.Lead.NaturalKeys[0].Of(new Lead { Email = "a@b.org", IsConverted = true }).Should().BeNull();

    [Fact]
    public void Tags_are_the_same_in_any_order_and_case() => TextSetField.Instance.AreEqual(["Red", "new "], ["NEW", "red", "red", " "]).Should().BeTrue();

    [Fact]
    public void Tags_added_and_removed_on_both_sides_are_united()
    {
        var hasher = new PlainHasher();
        var memory = TextSetField.Instance.MergeBase(["a", "b", "c"], hasher)!;

        TextSetField.Instance.TryMerge(["A", "c", "d"], memory, ["a", "b", "e"], memory, hasher, out var merged).Should().BeTrue();
        merged.Should().BeEquivalentTo("A", "d", "e");
    }

    [Fact]
    public void Words_of_a_list_are_stored_by_name_and_others_refused()
    {
        using var json = JsonDocument.Parse("""["Shipped", null, "Lost", "3"]""");

        EnumField<OrderStage>.Instance.Read(json.RootElement[0]).Should().Be(OrderStage.Shipped);
        EnumField<OrderStage>.Instance.Read(json.RootElement[1]).Should().BeNull();
        FluentActions.Invoking(() => EnumField<OrderStage>.Instance.Read(json.RootElement[2])).Should().Throw<FormatException>().WithMessage("*Lost*Draft*");
    }

    [Fact]
    public void Days_are_compared_as_days()
    {
        DateField.Instance.AreEqual(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 1)).Should().BeTrue();
        DateField.Instance.AreEqual(new DateOnly(2026, 3, 1), null).Should().BeFalse();
        DateField.Instance.Display(new DateOnly(2026, 3, 1)).Should().Be("2026-03-01");
    }

    [SuppressMessage("Performance", "CA1822", Justification = "Implements the interface.")]
    private sealed class PlainHasher : IElementHasher
    {
        public string Hash(string text) => text;
    }
}
