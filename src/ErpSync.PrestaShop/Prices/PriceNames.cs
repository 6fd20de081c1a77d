using System.Collections.Concurrent;
using System.Globalization;
using ErpSync.Http;

namespace ErpSync.PrestaShop.Prices;

/// <summary>The groups, customers and countries that prices name by number, read as far as prices need them, at most one request each for a listing.</summary>
internal sealed class PriceNames
{
    private readonly ConcurrentDictionary<long, string?> _customers = new();
    private readonly ConcurrentDictionary<long, string?> _countries = new();
    private IReadOnlyList<(long Id, string Name)>? _groups;

    /// <summary>Names that bear the numbers of a row, where the shop's own are not at hand.</summary>
    public static PriceNames Numbered(WireRow row)
    {
        var names = new PriceNames { _groups = [(Number(row, "id_group"), $"group {row.Text("id_group")}")] };
        names._customers[Number(row, "id_customer")] = $"customer {row.Text("id_customer")}";
        names._countries[Number(row, "id_country")] = row.Text("id_country");
        return names;
    }

    /// <summary>Reads what rows name and is not known yet.</summary>
    public async Task LearnAsync(PrestaShopClient client, ShopData shop, IReadOnlyCollection<WireRow> rows, CancellationToken cancellationToken)
    {
        if (_groups is null && rows.Any(row => Number(row, "id_group") > 0))
            await GroupsAsync(client, shop, cancellationToken);
        await FillAsync(_customers, "customers", "email", Missing(_customers, rows, "id_customer"), client, cancellationToken);
        await FillAsync(_countries, "countries", "iso_code", Missing(_countries, rows, "id_country"), client, cancellationToken);
    }

    /// <summary>The groups by number and name in the main language.</summary>
    public async Task<IReadOnlyList<(long Id, string Name)>> GroupsAsync(PrestaShopClient client, ShopData shop, CancellationToken cancellationToken)
    {
        var rows = await client.ListAsync(new Query("groups").Show("[id,name]"), RequestPurpose.Reference, cancellationToken);
        return _groups = [.. rows.Select(row => (row.Id, (Translations.Main(Translations.Read(row, "name", shop), shop) ?? "").Trim()))];
    }

    /// <summary>The number of a country; null when the shop has none of the code.</summary>
    public async Task<long?> CountryAsync(PrestaShopClient client, string code, CancellationToken cancellationToken)
    {
        if (_countries.FirstOrDefault(entry => string.Equals(entry.Value, code, StringComparison.OrdinalIgnoreCase)) is { Key: > 0 } known)
            return known.Key;
        var rows = await client.ListAsync(new Query("countries").Show("[id,iso_code]").Where("iso_code", code.ToUpperInvariant()), RequestPurpose.Reference, cancellationToken);
        foreach (var row in rows)
            _countries[row.Id] = row.Filled("iso_code");
        return rows.Count > 0 ? rows[0].Id : null;
    }

    /// <summary>The name of a group; null for an unknown one.</summary>
    public string? Group(long id) => _groups?.FirstOrDefault(group => group.Id == id).Name;

    /// <summary>The number of a group, by its name; null when there is none.</summary>
    public long? GroupOf(string name) => _groups?.FirstOrDefault(group => string.Equals(group.Name, name.Trim(), StringComparison.OrdinalIgnoreCase)) is { Id: > 0 } group ? group.Id : null;

    /// <summary>The e-mail address of a customer; null for one that is gone.</summary>
    public string? Customer(long id) => _customers.GetValueOrDefault(id);

    /// <summary>The code of a country; null for an unknown one.</summary>
    public string? Country(long id) => _countries.GetValueOrDefault(id);

    private static List<long> Missing(ConcurrentDictionary<long, string?> known, IReadOnlyCollection<WireRow> rows, string column) =>
        [.. rows.Select(row => Number(row, column)).Where(id => id > 0 && !known.ContainsKey(id)).Distinct()];

    // A row that cannot be read says so with its own record.
    private static long Number(WireRow row, string column) => long.TryParse(row.Text(column), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    private static async Task FillAsync(ConcurrentDictionary<long, string?> known, string resource, string column, List<long> ids, PrestaShopClient client, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return;
        foreach (var id in ids)
            known.TryAdd(id, null);
        foreach (var row in await Rows.ListAsync(client, resource, $"[id,{column}]", "id", ids, cancellationToken))
            known[row.Id] = row.Filled(column);
    }
}
