using System.Text.Json.Nodes;
using ErpSync.Sandbox;

namespace ErpSync.WooCommerce.Tests;

/// <summary>The traps of writing, each named after what goes wrong without care.</summary>
public sealed class WriteTraps
{
    private static readonly CurrencyCode Euro = new("EUR");

    [Fact]
    public async Task Batch_answers_200_with_errors_inside_and_each_is_given_to_its_own_record()
    {
        await using var shop = await Shop.StartAsync(seed: state => state.AddProduct(ReadTraps.Body("Taken", "M-2")));
        await shop.OpenAsync();
        var results = await CreateAsync(shop, "M-1", "M-2", "M-3");
        results[0].Should().BeOfType<WriteResult<Product>.Written>();
        var problem = results[1].Should().BeOfType<WriteResult<Product>.Failed>().Subject.Problem;
        (problem.Kind, problem.Field).Should().Be((ProblemKind.Duplicate, nameof(Product.Reference)));
        results[2].Should().BeOfType<WriteResult<Product>.Written>();
    }

    [Theory]
    [InlineData(FaultKind.ErrorAfterCommit)]
    [InlineData(FaultKind.DropAfterCommit)]
    [InlineData(FaultKind.TruncatedBody)]
    public async Task Batch_whose_answer_was_lost_is_looked_for_and_not_created_again(FaultKind fault)
    {
        await using var shop = await Shop.StartAsync();
        await shop.OpenAsync();
        shop.Server.Faults.Add(new Fault(fault) { Method = "POST", PathContains = "products/batch" });

        var results = await CreateAsync(shop, "M-1", "M-2", "M-3", "M-4");

        results.Should().AllBeOfType<WriteResult<Product>.Written>();
        shop.State.Products.Should().HaveCount(4);
    }

    [Fact]
    public async Task Batch_that_failed_before_it_was_stored_is_sent_again_in_halves()
    {
        await using var shop = await Shop.StartAsync();
        await shop.OpenAsync();
        shop.Server.Faults.Add(new Fault(FaultKind.ErrorBeforeCommit) { Method = "POST", PathContains = "products/batch" });

        (await CreateAsync(shop, "M-1", "M-2", "M-3", "M-4")).Should().AllBeOfType<WriteResult<Product>.Written>();

        shop.State.Products.Should().HaveCount(4);
        shop.Server.Requests.Snapshot().Count(request => request.Path.EndsWith("products/batch", StringComparison.Ordinal)).Should().Be(3);
    }

    [Fact]
    public async Task Create_whose_connection_broke_before_it_was_stored_stays_unknown_and_is_not_repeated_here()
    {
        await using var shop = await Shop.StartAsync();
        await shop.OpenAsync();
        shop.Server.Faults.Add(new Fault(FaultKind.DropBeforeCommit) { Method = "POST", PathContains = "products/batch" });

        var results = await CreateAsync(shop, "M-1", "M-2");

        results.Should().AllBeOfType<WriteResult<Product>.Failed>();
        results.OfType<WriteResult<Product>.Failed>().Should().OnlyContain(failed => failed.Problem.Kind == ProblemKind.OutcomeUnknown);
        shop.State.Products.Should().BeEmpty();
    }

    [Fact]
    public async Task Prices_go_with_a_point_and_never_with_a_comma_or_as_numbers()
    {
        await using var shop = await Shop.StartAsync(server: server => server.DecimalSeparator = '.');
        await shop.OpenAsync();
        await shop.CreateAsync(new Product { Name = LocalizedText.Of("en", "Mug"), PriceNet = new Money(1234.5m, Euro) });
        shop.State.Products.Values.Single()["regular_price"]!.ToString().Should().Be("1234.5");
    }

    [Fact]
    public async Task Plain_text_is_escaped_before_it_is_sent_so_that_nothing_is_taken_for_a_tag()
    {
        await using var shop = await Shop.StartAsync();
        await shop.OpenAsync();
        await shop.CreateAsync(new Product { Name = LocalizedText.Of("en", "a < b & c > d <script>") });
        (await shop.RecordsAsync<Product>()).Single().Value.Name["en"].Should().Be("a < b & c > d <script>");
    }

    [Fact]
    public async Task SKU_of_a_trashed_product_is_still_taken_and_the_remedy_says_where()
    {
        await using var shop = await Shop.StartAsync(seed: state => state.AddProduct(ReadTraps.Body("Old", "M-1"))["status"] = "trash");
        await shop.OpenAsync();
        var problem = (await shop.CreateAsync(new Product { Reference = "M-1", Name = LocalizedText.Of("en", "New") })).Should().BeOfType<WriteResult<Product>.Failed>().Subject.Problem;
        (problem.Kind, problem.Code).Should().Be((ProblemKind.Duplicate, "woocommerce.in-bin"));
        problem.Remedy.Should().Contain("Trash");
    }

    [Fact]
    public async Task Barcode_with_letters_is_not_sent_for_WooCommerce_would_keep_a_misleading_rest()
    {
        await using var shop = await Shop.StartAsync();
        await shop.OpenAsync();
        await shop.CreateAsync(new Product { Name = LocalizedText.Of("en", "Mug"), Barcode = "ABC-12" });
        shop.State.Products.Values.Single()["global_unique_id"]!.ToString().Should().BeEmpty();
    }

    [Fact]
    public async Task Product_without_a_category_lands_in_the_default_one_which_is_no_record()
    {
        await using var shop = await Shop.StartAsync();
        await shop.OpenAsync();
        await shop.CreateAsync(new Product { Name = LocalizedText.Of("en", "Mug") });
        (await shop.RecordsAsync<Category>()).Should().BeEmpty();
        (await shop.RecordsAsync<Product>()).Single().Value.Categories.Should().BeEmpty();
    }

    [Fact]
    public async Task Stock_goes_as_a_difference_so_that_a_sale_in_between_is_not_undone()
    {
        await using var shop = await Shop.StartAsync(seed: state => state.AddProduct(ReadTraps.Body("Mug", "M-1")));
        await shop.OpenAsync();
        var level = (await shop.RecordsAsync<StockLevel>()).Single();
        shop.State.Products.Values.Single()["stock_quantity"] = 2;

        await shop.UpdateAsync<StockLevel>(level, value => value with { Quantity = 10 }, nameof(StockLevel.Quantity));

        shop.State.Products.Values.Single()["stock_quantity"]!.ToString().Should().Be("9");
    }

    [Fact]
    public async Task Lost_answer_to_a_movement_of_stock_does_not_move_it_twice()
    {
        await using var shop = await Shop.StartAsync(seed: state => state.AddProduct(ReadTraps.Body("Mug", "M-1")));
        await shop.OpenAsync();
        var level = (await shop.RecordsAsync<StockLevel>()).Single();
        shop.Server.Faults.Add(new Fault(FaultKind.ErrorAfterCommit) { Method = "POST", PathContains = "products/batch" });

        (await shop.UpdateAsync<StockLevel>(level, value => value with { Quantity = 10 }, nameof(StockLevel.Quantity))).Should().BeOfType<WriteResult<StockLevel>.Written>();

        shop.State.Products.Values.Single()["stock_quantity"]!.ToString().Should().Be("10");
    }

    [Fact]
    public async Task Stock_of_a_product_that_does_not_manage_it_is_switched_on_and_not_dropped_in_silence()
    {
        await using var shop = await Shop.StartAsync(options => options.StockOfAll = true, seed: state => state.AddProduct(new JsonObject { ["name"] = "Mug", ["regular_price"] = "1" }));
        await shop.OpenAsync();
        var level = (await shop.RecordsAsync<StockLevel>()).Single();
        await shop.UpdateAsync<StockLevel>(level, value => value with { Quantity = 7.9m }, nameof(StockLevel.Quantity));
        shop.State.Products.Values.Single()["stock_quantity"]!.ToString().Should().Be("7", "whole pieces only, and never more than there are");
    }

    [Fact]
    public async Task Second_variation_with_the_same_options_is_refused_here_because_the_shop_would_take_it()
    {
        await using var shop = await Shop.StartAsync(seed: state => state.AddProduct(ReadTraps.Body("Shirt", "S")));
        await shop.OpenAsync();
        var owner = new Ref(EntityKind.Product, new RemoteId(ReadTraps.FirstId(shop)));
        var variant = new ProductVariant { Product = owner, Reference = "S-1", Options = [new VariantOption("Size", "M")] };
        (await shop.CreateAsync(variant)).Should().BeOfType<WriteResult<ProductVariant>.Written>();
        (await shop.CreateAsync(variant with { Reference = "S-2" }, "main:erp:x:2")).Should().BeOfType<WriteResult<ProductVariant>.Failed>().Which.Problem.Code.Should().Be("woocommerce.option-taken");
    }

    [Fact]
    public async Task Attributes_and_options_are_made_before_the_variation_and_features_stay()
    {
        await using var shop = await Shop.StartAsync(seed: state =>
        {
            var product = ReadTraps.Body("Shirt", "S");
            product["attributes"] = new JsonArray(new JsonObject { ["name"] = "Material", ["options"] = new JsonArray("Cotton") });
            state.AddProduct(product);
        });
        await shop.OpenAsync();
        var owner = new Ref(EntityKind.Product, new RemoteId(ReadTraps.FirstId(shop)));
        await shop.CreateAsync(new ProductVariant { Product = owner, Options = [new VariantOption("An attribute name that is far too long for a slug", "Rot & Blau")] });

        var product = (await shop.RecordsAsync<Product>()).Single().Value;
        product.HasVariants.Should().BeTrue();
        product.Features["Material"].Should().Be("Cotton");
        (await shop.RecordsAsync<ProductVariant>()).Single().Value.Options.Single().Value.Should().Be("Rot & Blau");
        shop.State.Attributes.Values.Single()["slug"]!.ToString().Length.Should().BeLessThanOrEqualTo(31);
    }

    [Fact]
    public async Task Duplicated_product_bears_the_token_of_its_original_and_the_original_is_found()
    {
        await using var shop = await Shop.StartAsync();
        await shop.OpenAsync();
        var made = (WriteResult<Product>.Written)await shop.CreateAsync(new Product { Name = LocalizedText.Of("en", "Mug"), Reference = "M-1" }, "main:erp:product:7");
        var copy = shop.State.AddProduct(ReadTraps.Body("Mug (Copy)", "M-1-1"));
        copy["meta_data"] = shop.State.Products.Values.First()["meta_data"]!.DeepClone();

        (await shop.Connector.Get<ITokenFinder<Product>>().FindByTokenAsync(["main:erp:product:7"], CancellationToken.None)).Should().ContainSingle().Which.Value.Should().Be(made.Id);
    }

    [Fact]
    public async Task Unchanged_pictures_are_sent_back_by_number_and_never_downloaded_again()
    {
        await using var shop = await Shop.StartAsync(seed: state =>
        {
            state.RemoteFiles["https://cdn.example/a.png"] = [0x89, 0x50, 1];
            state.RemoteFiles["https://cdn.example/b.png"] = [0x89, 0x50, 2];
            var product = ReadTraps.Body("Mug", "M-1");
            product["images"] = new JsonArray(new JsonObject { ["src"] = "https://cdn.example/a.png" });
            state.AddProduct(product);
        });
        await shop.OpenAsync();
        var owner = new Ref(EntityKind.Product, new RemoteId(ReadTraps.FirstId(shop)));
        var content = new ImageContent("b", "image/png", "b.png") { Address = new Uri("https://cdn.example/b.png"), OpenAsync = _ => Task.FromResult(Array.Empty<byte>()) };

        (await shop.CreateAsync(new ProductImage { Owner = owner, Position = 1, Content = content })).Should().BeOfType<WriteResult<ProductImage>.Written>();

        shop.State.FilesTaken.Should().Be(2, "only the new picture was fetched");
        (await shop.RecordsAsync<ProductImage>()).Should().HaveCount(2);
    }

    private static Task<IReadOnlyList<WriteResult<Product>>> CreateAsync(Shop shop, params string[] references) => shop.Connector.Get<ICreator<Product>>().CreateAsync(
        [.. references.Select(reference => new Creation<Product>($"main:erp:product:{reference}".ToLowerInvariant(), new Product { Reference = reference, Name = LocalizedText.Of("en", reference), PriceNet = new Money(1, Euro) }))], CancellationToken.None);
}
