using System.Collections.Concurrent;

namespace ErpSync.PrestaShop.Images;

/// <summary>Which combinations show which pictures, as combinations tell it.</summary>
internal sealed class PictureBook
{
    private readonly ConcurrentDictionary<long, long[]> _pictures = new();

    /// <summary>True when all combinations of the shop were noted in this run.</summary>
    public bool IsComplete { get; set; }

    /// <summary>Notes what combinations show.</summary>
    public void Note(IEnumerable<WireRow> combinations)
    {
        foreach (var row in combinations)
        {
            var images = row.Association("images");
            if (images.Count > 0)
                _pictures[row.Id] = [.. images.Select(image => image.Id)];
            else
                _pictures.TryRemove(row.Id, out _);
        }
    }

    /// <summary>The combinations by picture.</summary>
    public ILookup<long, long> ByPicture() => _pictures.SelectMany(entry => entry.Value.Select(picture => (picture, entry.Key))).ToLookup(pair => pair.picture, pair => pair.Key);
}
