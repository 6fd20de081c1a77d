namespace ErpSync;

/// <summary>Hashes the elements of values that merge by element, with the store's key, so that no content is stored.</summary>
public interface IElementHasher
{
    /// <summary>A short keyed hash.</summary>
    /// <param name="text">The element.</param>
    /// <returns>16 hexadecimal digits.</returns>
    string Hash(string text);
}
