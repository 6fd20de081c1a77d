using System.Globalization;
using System.Xml.Linq;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>Reads an input element into a draft: required and read-only fields are checked in the order of the schema.</summary>
internal static class DraftReader
{
    private const int MostLanguages = 1000;

    public static void Read(Draft draft, Edition edition)
    {
        foreach (var field in draft.Resource.FieldsOf(edition))
        {
            if (draft.Element.Element(field.Name) is { } element)
            {
                if (field.ReadOnly)
                    throw Refusal.Of(400, 93, $"parameter \"{field.Name}\" not writable. Please remove this attribute of this XML");
                draft.Set(field, field.Localized ? Languages(element) : element.Value);
            }
            else if (field is { Required: true, Localized: false } && !draft.IsPatch)
            {
                throw Refusal.Of(400, 41, $"parameter \"{field.Name}\" required");
            }
        }
    }

    /// <summary>The entries of the associations that were sent; an unknown one is refused by the caller after the item was stored.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<int[]> Entries)> Associations(Draft draft)
    {
        foreach (var list in draft.Element.Element("associations")?.Elements() ?? [])
        {
            var association = draft.Resource.Associations.FirstOrDefault(known => known.Name == list.Name.LocalName);
            var columns = association?.Columns ?? ["id"];
            yield return (list.Name.LocalName, [.. list.Elements().Select(entry => columns.Select(column => Number(entry.Element(association?.InputOf(column) ?? column))).ToArray())]);
        }
    }

    private static object Languages(XElement element)
    {
        var languages = element.Elements("language").ToArray();
        if (languages.Length == 0)
            return element.Value;
        var ids = languages.Select(language => int.TryParse(language.Attribute("id")?.Value, CultureInfo.InvariantCulture, out var id) && id <= MostLanguages ? id : 0).ToArray();
        var texts = new string?[Math.Max(1, ids.Max())];
        for (var i = 0; i < ids.Length; i++)
        {
            if (ids[i] > 0)
                texts[ids[i] - 1] = languages[i].Value;
        }

        return texts;
    }

    private static int Number(XElement? element) => int.TryParse(element?.Value, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
