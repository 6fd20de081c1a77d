using System.Globalization;
using System.Xml.Linq;
using ErpSync.Http;

namespace ErpSync.PrestaShop;

/// <summary>
/// Changes fields where PATCH is missing (before 8.0): fetches the whole records, lays the fields over them, drops what the shop does not take back, and replaces them.
/// Nothing that this connector does not know is lost.
/// </summary>
internal static class WholeRecords
{
    private static readonly Dictionary<string, HashSet<string>> ReadOnly = new(StringComparer.Ordinal)
    {
        ["products"] = ["manufacturer_name", "quantity"],
        ["customers"] = ["last_passwd_gen", "secure_key"],
        ["categories"] = ["level_depth", "nb_products_recursive"],
    };

    /// <summary>Replaces the records.</summary>
    public static async Task PutAsync(PrestaShopClient client, string resource, IReadOnlyList<XElement> changes, CancellationToken cancellationToken)
    {
        // The resource may carry parameters of the write.
        var plain = resource.Split('?')[0];
        var dropped = new HashSet<string>(ReadOnly.GetValueOrDefault(plain) ?? [], StringComparer.Ordinal);
        var whole = await FetchAsync(client, plain, changes, cancellationToken);
        while (true)
        {
            try
            {
                // What is not sent of the lists stays; the parts of a pack would lose their combinations, which are read under another name than they are given by.
                await client.PutAsync(resource, changes.Select(change => Merged(whole, change, dropped)), cancellationToken);
                return;
            }
            catch (ConnectorException fault) when (fault.Problem is { Code: PrestaShopCodes.FieldReadOnly, Field: { } field } && dropped.Add(field))
            {
                // Versions differ in what they do not take back; nothing was stored.
            }
        }
    }

    /// <summary>The whole record with the change laid over it.</summary>
    internal static XElement Merged(XElement whole, XElement change, IReadOnlySet<string> dropped)
    {
        var merged = new XElement(whole.Name.LocalName, whole.Elements().Where(element => !dropped.Contains(element.Name.LocalName)).Select(element => new XElement(element)));
        foreach (var field in change.Elements())
        {
            var target = merged.Element(field.Name);
            if (target is null)
                merged.Add(new XElement(field));
            else if (field.Name.LocalName == "associations")
                MergeAssociations(target, field);
            else
                target.ReplaceWith(new XElement(field));
        }

        if (change.Element("associations")?.Element("product_bundle") is null)
            merged.Element("associations")?.Element("product_bundle")?.Remove();

        return merged;
    }

    private static void MergeAssociations(XElement target, XElement change)
    {
        foreach (var association in change.Elements())
        {
            target.Element(association.Name)?.Remove();
            target.Add(new XElement(association));
        }
    }

    private static XElement Merged(Dictionary<string, XElement> whole, XElement change, HashSet<string> dropped)
    {
        var id = change.Element("id")?.Value ?? "";
        return whole.TryGetValue(id, out var record)
            ? Merged(record, change, dropped)
            : throw new ConnectorException(new SyncProblem(ProblemKind.NotFound, PrestaShopCodes.NotFound, $"There is no record {id}.") { Id = new RemoteId(id) });
    }

    private static async Task<Dictionary<string, XElement>> FetchAsync(PrestaShopClient client, string resource, IReadOnlyList<XElement> changes, CancellationToken cancellationToken)
    {
        var whole = new Dictionary<string, XElement>(StringComparer.Ordinal);
        var ids = changes.Select(change => long.Parse(change.Element("id")!.Value, CultureInfo.InvariantCulture));
        foreach (var list in Query.Lists(ids))
        {
            var path = $"api/{resource}?display=full&filter[id]={Uri.EscapeDataString($"[{string.Join('|', list)}]")}";
            var document = await client.DocumentAsync(path, RequestPurpose.Data, cancellationToken);
            foreach (var record in document.Root?.Elements().Elements() ?? [])
            {
                if (record.Element("id") is { } id)
                    whole[id.Value] = record;
            }
        }

        return whole;
    }
}
