using ErpSync.Http;
using ErpSync.PrestaShop.Texts;

namespace ErpSync.PrestaShop.Products;

/// <summary>The words by which products are found; read once a run, when a product needs them. Those of the main language travel, the others stay.</summary>
internal sealed class TagBook
{
    private readonly Dictionary<long, (string Language, string Name)> _tags = [];
    private readonly Dictionary<string, long> _ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _main;

    private TagBook(string main) => _main = main;

    /// <summary>Reads the book, in one request.</summary>
    public static async Task<TagBook> ReadAsync(PrestaShopClient client, ShopData shop, CancellationToken cancellationToken)
    {
        var book = new TagBook(shop.MainLanguage.IdText);
        foreach (var row in await client.ListAsync(new Query("tags").Show("[id,id_lang,name]"), RequestPurpose.Reference, cancellationToken))
        {
            var (language, name) = (row.Text("id_lang") ?? "", (row.Text("name") ?? "").Trim());
            book._tags[row.Id] = (language, name);
            if (language == book._main)
                book._ids.TryAdd(name, row.Id);
        }

        return book;
    }

    /// <summary>True when the book holds all tags of a product.</summary>
    public bool Knows(WireRow product)
    {
        var tags = product.Association("tags");
        for (var place = 0; place < tags.Count; place++)
        {
            if (!_tags.ContainsKey(tags[place].Id))
                return false;
        }

        return true;
    }

    /// <summary>The tags of a product in the main language.</summary>
    public TextSet Of(WireRow product)
    {
        var tags = product.Association("tags");
        return tags.Count == 0 ? TextSet.Empty : TextSet.From(tags.Select(row => _tags.GetValueOrDefault(row.Id)).Where(tag => tag.Language == _main && tag.Name is not null).Select(tag => tag.Name));
    }

    /// <summary>The tags of a product in other languages, which a write must keep.</summary>
    public IEnumerable<long> Foreign(WireRow product) => product.Association("tags").Select(row => row.Id).Where(id => _tags.TryGetValue(id, out var tag) && tag.Language != _main);

    /// <summary>Tags as the shop can hold them: forbidden characters out, at most 32 characters.</summary>
    public static TextSet Normalise(TextSet tags) => TextSet.From(tags.Select(tag => TextRules.GenericName(tag, TextRules.TagLength)).Where(tag => tag.Length > 0));

    /// <summary>The id of a tag in the main language; null when the shop does not have it yet.</summary>
    public long? Id(string tag) => _ids.TryGetValue(tag, out var id) ? id : null;
}
