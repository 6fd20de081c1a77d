using ErpSync.Reading;

namespace ErpSync.Checking;

/// <summary>What only a pair can know: what one side has and the other lacks. Reads reference data of both sides, writes nothing.</summary>
internal sealed class PairCheck(PairDefinition pair, Connector first, Connector second)
{
    private static readonly HashSet<EntityKind> Documents = [EntityKind.Order, EntityKind.Invoice, EntityKind.CreditNote];

    private static readonly HashSet<EntityKind> Priced = [EntityKind.Product, EntityKind.ProductVariant, EntityKind.Price, .. Documents];

    private bool HasDocuments => pair.Kinds.Any(kind => Documents.Contains(kind.Kind));

    private bool HasPrices => pair.Kinds.Any(kind => Priced.Contains(kind.Kind));

    /// <summary>The side whose rates, currencies and values the other must know: the one that orders come from.</summary>
    private (Connector From, Connector To) Way
    {
        get
        {
            var source = pair.Kinds.FirstOrDefault(kind => Documents.Contains(kind.Kind))?.Source ?? pair.First;
            return source == pair.Second ? (second, first) : (first, second);
        }
    }

    public async Task<IReadOnlyList<Finding>> FindAsync(CancellationToken cancellationToken)
    {
        var findings = new List<Finding>(Schemes());
        try
        {
            var facts = new List<ConnectionFacts?>();
            foreach (var connector in new[] { first, second })
                facts.Add(connector.Find<IConnection>() is { } connection ? await connection.OpenAsync(cancellationToken) : null);
            if (HasPrices)
            {
                findings.AddRange(BaseCurrencies(facts[0], facts[1]));
                findings.AddRange(await TaxesAsync(cancellationToken));
                findings.AddRange(await CurrenciesAsync(cancellationToken));
            }

            foreach (var (kind, map) in pair.Maps)
                findings.AddRange(await MapAsync(kind, map, cancellationToken));
        }
        catch (ConnectorException fault)
        {
            // A side that cannot be opened is what its own probe tells.
            findings.Add(Finding.From(FindingSeverity.Error, fault.Problem));
        }

        return findings;
    }

    private IEnumerable<Finding> Schemes()
    {
        if (first.Find<IBackOffice>()?.Root.Scheme is { } one && second.Find<IBackOffice>()?.Root.Scheme is { } other && one != other)
        {
            yield return new Finding(FindingSeverity.Warning, "check.scheme-mix", $"{first.Name:connection} is reached over {one:scheme} and {second.Name:there} over {other:other}.")
            {
                Remedy = "Use https for both: keys and customers' data travel readable over the other.",
            };
        }
    }

    private IEnumerable<Finding> BaseCurrencies(ConnectionFacts? one, ConnectionFacts? other)
    {
        if (one?.BaseCurrency is { } mine && other?.BaseCurrency is { } theirs && mine != theirs)
        {
            yield return new Finding(HasDocuments ? FindingSeverity.Warning : FindingSeverity.Error, "check.base-currency-differs", $"Prices are in {mine.ToString():currency} in {first.Name:connection} and in {theirs.ToString():other} in {second.Name:there}: the same number is another price.")
            {
                Remedy = "Use one base currency, or keep prices out of the pair.",
            };
        }
    }

    private async Task<IEnumerable<Finding>> TaxesAsync(CancellationToken cancellationToken)
    {
        var (from, to) = Way;
        if (from.Find<IReader<Tax>>() is not { } here || to.Find<IReader<Tax>>() is not { } there)
            return [];
        var known = (await ReadAsync(there, cancellationToken)).Where(tax => tax.Value.Active != false).Select(tax => Rates(tax.Value)).ToHashSet(StringComparer.Ordinal);
        if (known.Count == 0)
            return []; // a dictionary that cannot be read or is empty is the probe's finding
        return (await ReadAsync(here, cancellationToken))
            .Where(tax => tax.Value.Active != false && tax.Value.Rates.Count > 0)
            .GroupBy(tax => Rates(tax.Value), StringComparer.Ordinal)
            .Where(rate => !known.Contains(rate.Key))
            .Select(rate => new Finding(HasDocuments ? FindingSeverity.Error : FindingSeverity.Warning, "check.tax-rate-missing", $"{from.Name:connection} has the tax rate {rate.Key:rate} ({rate.First().Value.Name:name}), which {to.Name:there} does not have.")
            {
                Connection = to.Name,
                Remedy = "Add the rate there: records with it are set aside until it exists.",
            });
    }

    private async Task<IEnumerable<Finding>> CurrenciesAsync(CancellationToken cancellationToken)
    {
        var (from, to) = Way;
        if (from.Find<IReader<Currency>>() is not { } here || to.Find<IReader<Currency>>() is not { } there)
            return [];
        var known = (await ReadAsync(there, cancellationToken)).Where(currency => currency.Value.Active != false).Select(currency => currency.Value.Code).ToHashSet();
        if (known.Count == 0)
            return []; // as with rates
        return (await ReadAsync(here, cancellationToken))
            .Where(currency => currency.Value.Active != false && !known.Contains(currency.Value.Code))
            .Select(currency => new Finding(FindingSeverity.Warning, "check.currency-missing", $"{from.Name:connection} sells in {currency.Value.Code.ToString():currency}, which {to.Name:there} does not have.")
            {
                Connection = to.Name,
                Remedy = "Add the currency there with its rate: orders in it are set aside until it exists.",
            });
    }

    private async Task<IEnumerable<Finding>> MapAsync(EntityKind kind, ReferenceMap map, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        var (from, _) = Way;
        foreach (var (side, connector) in new[] { (Side.First, first), (Side.Second, second) })
        {
            if (await ReferenceLists.ReadAsync(connector, kind, cancellationToken) is not { } values)
                continue;
            var rows = map.IdsAt(side);
            foreach (var unknown in rows.Where(id => !values.ContainsKey(id)))
            {
                findings.Add(new Finding(FindingSeverity.Error, "check.mapped-unknown", $"The {kind.Name:kind} '{unknown.Value:id}' is mapped, and {connector.Name:connection} does not have it.") { Connection = connector.Name, Remedy = "Correct the row." });
            }

            var unmapped = connector == from ? values.Where(value => !rows.Contains(value.Key)).ToList() : [];
            if (!map.Parks && unmapped.Count > 0)
            {
                findings.Add(new Finding(FindingSeverity.Warning, "check.unmapped-values", $"{connector.Name:connection} has values of {kind.Name:kind} that are not mapped: {string.Join(", ", unmapped.Select(value => $"'{value.Value}'")):names}.")
                {
                    Connection = connector.Name,
                    Remedy = "Map them, or leave them: records go over without them.",
                });
            }

            foreach (var (id, name) in map.Parks ? unmapped : [])
            {
                findings.Add(new Finding(FindingSeverity.Warning, "check.unmapped", $"The {kind.Name:kind} '{name:name}' ({id.Value:id}) of {connector.Name:connection} is not mapped.")
                {
                    Connection = connector.Name,
                    Remedy = "Map it: records with it are set aside until it is.",
                });
            }
        }

        return findings;
    }

    private static string Rates(Tax tax) => string.Join(" + ", tax.Rates.Select(rate => $"{rate.Percent.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)} %{(rate.Compound ? " on top" : "")}"));

    private static async Task<IReadOnlyList<Remote<T>>> ReadAsync<T>(IReader<T> reader, CancellationToken cancellationToken)
        where T : class, IEntity
    {
        var records = new List<Remote<T>>();
        await foreach (var result in reader.ReadAsync(cancellationToken))
        {
            if (result.Record is { } record)
                records.Add(record);
        }

        return records;
    }
}
