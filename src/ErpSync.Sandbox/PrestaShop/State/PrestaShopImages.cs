using System.Collections;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>The pictures of all products; safe for parallel use. Enumerating works on a copy.</summary>
public sealed class PrestaShopImages : IReadOnlyCollection<PrestaShopImage>
{
    private readonly PrestaShopState _state;
    private readonly SortedDictionary<int, PrestaShopImage> _images = [];
    private readonly Dictionary<int, List<int>> _ofProduct = [];

    internal PrestaShopImages(PrestaShopState state) => _state = state;

    /// <inheritdoc/>
    public int Count => _images.Count;

    /// <summary>The id that the next picture gets.</summary>
    public int NextId { get; set; } = 1;

    /// <summary>The picture with an id, or null.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The picture, or null when there is none.</returns>
    public PrestaShopImage? Find(int id)
    {
        lock (_state.Gate)
            return _images.GetValueOrDefault(id);
    }

    /// <summary>The pictures of a product by position.</summary>
    /// <param name="productId">The product.</param>
    /// <returns>The pictures; empty when it has none.</returns>
    public IReadOnlyList<PrestaShopImage> Of(int productId)
    {
        lock (_state.Gate)
            return _ofProduct.TryGetValue(productId, out var ids) ? [.. ids.Select(id => _images[id])] : [];
    }

    /// <inheritdoc/>
    public IEnumerator<PrestaShopImage> GetEnumerator()
    {
        lock (_state.Gate)
            return ((IEnumerable<PrestaShopImage>)_images.Values.ToArray()).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal PrestaShopImage Add(int productId, byte[] content)
    {
        lock (_state.Gate)
        {
            if (!_ofProduct.TryGetValue(productId, out var ids))
                _ofProduct[productId] = ids = [];
            var image = new PrestaShopImage(NextId++, productId) { Position = ids.Count + 1, Cover = ids.Count == 0, Content = content };
            _images[image.Id] = image;
            ids.Add(image.Id);
            return image;
        }
    }

    internal bool Remove(int id)
    {
        lock (_state.Gate)
        {
            if (!_images.Remove(id, out var image))
                return false;
            var ids = _ofProduct[image.ProductId];
            ids.Remove(id);
            for (var i = 0; i < ids.Count; i++)
                _images[ids[i]].Position = i + 1;
            if (ids.Count == 0)
                _ofProduct.Remove(image.ProductId);
            return true;
        }
    }

    internal void SetCover(int productId, int imageId)
    {
        lock (_state.Gate)
        {
            foreach (var image in Of(productId))
                image.Cover = image.Id == imageId;
        }
    }
}
