using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Vtiger;

/// <summary>
/// Products and services. A plain <c>revise</c> deletes a product's taxes and its prices in other currencies; so everything but taxes is written with
/// <c>ajxaction=DETAILVIEW</c>, and taxes together with all prices as they are.
/// </summary>
internal sealed class ProductKind(VtigerSession session) : WritingKind<Product>(session, Modules.Products, Modules.Services), IKeyFinder<Product>
{
    public override KindProfile<Product> Profile
    {
        get
        {
            var (setup, options) = (Session.Setup, Session.Options);
            var read = new HashSet<string>(StringComparer.Ordinal)
            {
                nameof(Product.Reference), nameof(Product.Name), nameof(Product.Description), nameof(Product.PriceNet), nameof(Product.CostNet), nameof(Product.Active), nameof(Product.IsService),
                nameof(Product.Unit), nameof(Product.Supplier), nameof(Product.SupplierReference), nameof(Product.Mpn),
            };
            if (options.ProductTaxes)
                read.Add(nameof(Product.Taxes));
            if (Custom(Modules.Products).Count + Custom(Modules.Services).Count > 0)
                read.Add(nameof(Product.Custom));
            return new KindProfile<Product>
            {
                ReadFields = read,
                WrittenFields = read.Where(name => name != nameof(Product.IsService)).ToHashSet(StringComparer.Ordinal),
                Normalise = value => ProductMapping.Normalise(value, setup, options, CustomStored),
                DateTrust = DateTrust.Full,
                WriteTimeout = options.AttemptTimeout,
            };
        }
    }

    public string KeyName => "reference";

    public async IAsyncEnumerable<ReadResult<Product>> FindByKeyAsync(IReadOnlyCollection<string> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await Session.RunAsync(cancellationToken);
        foreach (var (module, column) in new[] { (Modules.Products, "productcode"), (Modules.Services, Session.Options.ServiceCodeField) })
        {
            if (column is null || !await IsReadAsync(run, module, cancellationToken))
                continue;
            await foreach (var result in FindAsync(run, module, column, keys, cancellationToken))
            {
                if (result.Record is not { } record || (record.Value.Reference is { } code && keys.Contains(code)))
                    yield return result;
            }
        }
    }

    protected override IEnumerable<string> Columns(string module) =>
        ProductMapping.Columns(module).Concat(module == Modules.Services && Session.Options.ServiceCodeField is { } code ? [code] : []).Concat(Custom(module));

    protected override async ValueTask<bool> IsOwnAsync(VtigerRun run, RecordNumber number, CancellationToken cancellationToken) =>
        run.Schema.PrefixOf(Modules.Services) != number.Prefix || !await run.Services.IsOneAsync(number.ToString(), cancellationToken);

    protected override async Task<IReadOnlyList<ReadResult<Product>>> MapAsync(VtigerRun run, string module, IReadOnlyList<JsonElement> rows, CancellationToken cancellationToken)
    {
        var isService = module == Modules.Services;
        var own = isService ? await OthersAsync(run, rows, cancellationToken) : rows;
        foreach (var row in own.Where(ProductDetail.IsTold))
            Session.Details.Take(row);
        var details = Session.Options.ProductTaxes
            ? await Session.Details.ReadAsync(Session, own.Select(row => (row.Text("id") ?? "", row.Text("modifiedtime"))).Where(row => row.Item1.Length > 0), cancellationToken)
            : null;
        return [.. own.Where(row => details is null || row.Text("id") is not { } id || details.ContainsKey(id)).Select(row => Map(row, reader => ProductMapping.Read(
            reader, isService, details?.GetValueOrDefault(reader.Id.Value) ?? Session.Details.Find(reader.Id.Value, row.Text("modifiedtime")), run.Setup, Session.Options, one => CustomOf(one, module))))];
    }

    // Without a field for the article number a service could never be found again.
    protected override string ModuleFor(Product value) => value.IsService == true && Session.Options.ServiceCodeField is not null ? Modules.Services : Modules.Products;

    protected override JsonObject Body(VtigerRun run, string module, Product value, IReadOnlySet<string>? fields)
    {
        var body = ProductMapping.Body(value, module == Modules.Services, fields, run.Setup, Session.Options);
        if (fields?.Contains(nameof(Product.Custom)) != false)
            PutCustom(body, module, value.Custom);
        if (fields is null)
            Put(body, TaxSlots.Fields(value.Taxes ?? [], run.Setup, compounds: true, nameof(Product.Taxes)));
        return body;
    }

    protected override async Task<WriteResult<Product>> UpdateOneAsync(Revision<Product> revision, CancellationToken cancellationToken)
    {
        var run = await Session.RunAsync(cancellationToken);
        var id = revision.Current.Id;
        var module = await ModuleOfAsync(run, id, cancellationToken);
        var fields = revision.Fields.ToHashSet(StringComparer.Ordinal);
        var body = Body(run, module, revision.Wanted, fields);
        var taxes = fields.Contains(nameof(Product.Taxes)) && revision.Wanted.Taxes is { } rates ? TaxSlots.Fields(rates, run.Setup, compounds: true, nameof(Product.Taxes)) : null;
        if (body.Count == 0 && taxes is null)
            return new WriteResult<Product>.Written(id);
        body["id"] = id.Value;
        if (taxes is not null || (fields.Contains(nameof(Product.PriceNet)) && body.ContainsKey("unit_price")))
        {
            var present = taxes is null ? Session.Details.Last(id.Value) : null;
            if (present is null)
            {
                var row = await Session.Client.RetrieveAsync(id.Value, cancellationToken) ?? throw NotFound(id.Value, null);
                present = Session.Details.Take(row);
                if (taxes is not null && !body.ContainsKey("unit_price"))
                    body["unit_price"] = JsonValues.Invariant(row.Number("unit_price") ?? 0);
            }

            if (fields.Contains(nameof(Product.PriceNet)) && present.Currency is { } own && run.Setup.Base is { } home && own != home.Id)
                throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, VtigerCodes.ForeignPrice, "The product is priced in another currency than vtiger's own; its price is not changed.") { Field = nameof(Product.PriceNet), Remedy = "Set its currency to the base currency in vtiger." });
            if (taxes is not null)
                PutAll(body, present, taxes, run.Setup);
        }

        var stored = await ReviseAsync(run, module, body, cancellationToken, keepsPrices: taxes is null);
        return await StoredAsync(run, module, stored, id, cancellationToken);
    }

    /// <summary>Gives a product taxes beside those it has; for lines of orders.</summary>
    public static async Task AssignAsync(VtigerRun run, string id, IReadOnlyDictionary<string, decimal> taxes, CancellationToken cancellationToken)
    {
        var row = await run.Session.Client.RetrieveAsync(id, cancellationToken) ?? throw NotFound(id, null);
        var present = run.Session.Details.Take(row);
        var body = new JsonObject { ["id"] = id, ["unit_price"] = JsonValues.Invariant(row.Number("unit_price") ?? 0) };
        PutAll(body, present, present.Taxes.Concat(taxes.Where(tax => !present.Taxes.ContainsKey(tax.Key))).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal), run.Setup);
        var stored = await run.Session.Client.ReviseAsync(body, cancellationToken);
        if (ProductDetail.IsTold(stored))
            run.Session.Details.Take(stored);
    }

    // Taxes and prices go and come together: whatever is left out of this call is deleted.
    private static void PutAll(JsonObject body, ProductDetail present, IReadOnlyDictionary<string, decimal> taxes, CrmSetup setup)
    {
        Prices.Demand(setup);
        body["currency_id"] = present.Currency ?? setup.Base?.Id ?? "";
        foreach (var (field, price) in present.Prices.Where(price => price.Value != 0 && price.Key != setup.CurrencyOf(present.Currency)?.PriceField))
            body[field] = JsonValues.Invariant(price);
        Put(body, taxes);
    }

    private static void Put(JsonObject body, IReadOnlyDictionary<string, decimal> taxes)
    {
        foreach (var (field, percent) in taxes)
            body[field] = JsonValues.Invariant(percent);
    }

    private static async Task<IReadOnlyList<JsonElement>> OthersAsync(VtigerRun run, IReadOnlyList<JsonElement> rows, CancellationToken cancellationToken)
    {
        var others = new List<JsonElement>(rows.Count);
        foreach (var row in rows)
        {
            if (row.Text("id") is not { } id || !await run.Services.IsOneAsync(id, cancellationToken))
                others.Add(row);
        }

        return others;
    }
}
