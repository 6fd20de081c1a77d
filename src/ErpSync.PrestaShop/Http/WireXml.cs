using System.Xml.Linq;

namespace ErpSync.PrestaShop;

/// <summary>Reads records from XML answers.</summary>
internal static class WireXml
{
    /// <summary>The records of an answer, in its order: the only level of a write's answer, the second level of a list.</summary>
    public static IReadOnlyList<WireRow> Rows(XDocument document)
    {
        if (document.Root is not { } root)
            return [];
        var records = root.Elements().Where(IsRecord).ToList();
        if (records.Count == 0)
            records = [.. root.Elements().SelectMany(list => list.Elements()).Where(element => IsRecord(element) || element.Attribute("id") is not null)];
        return [.. records.Select(Row)];
    }

    /// <summary>One record.</summary>
    public static WireRow Row(XElement record)
    {
        var row = new WireRow();
        foreach (var attribute in record.Attributes().Where(attribute => attribute.Name.LocalName == "id"))
            row.Set("id", attribute.Value);
        foreach (var element in record.Elements())
        {
            var field = element.Name.LocalName;
            if (field == "associations")
                row.SetAssociations(Associations(element));
            else if (element.Element("language") is not null)
                row.Set(field, [.. element.Elements("language").Select(Translation)]);
            else
                row.Set(field, element.Value);
        }

        return row;
    }

    private static bool IsRecord(XElement element) => element.Element("id") is not null;

    private static WireRow Associations(XElement associations)
    {
        var row = new WireRow();
        foreach (var association in associations.Elements().Where(association => association.HasElements))
            row.Set(association.Name.LocalName, [.. association.Elements().Select(Row)]);
        return row;
    }

    private static WireRow Translation(XElement language)
    {
        var row = new WireRow();
        row.Set("id", language.Attribute("id")?.Value ?? "");
        row.Set("value", language.Value);
        return row;
    }
}
