namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Stores files of products.</summary>
internal static class DocumentShelf
{
    public static DolibarrDocument? Find(DolibarrState state, DolibarrProduct product, string name) =>
        state.Documents.FirstOrDefault(d => d.ProductId == product.Id && d.Name == name);

    /// <summary>Stores a file; an existing one of the same name is replaced. The product's modification time does not change.</summary>
    public static DolibarrDocument Put(DolibarrState state, DolibarrProduct product, string name, ReadOnlyMemory<byte> content)
    {
        if (Find(state, product, name) is { } existing)
        {
            existing.Content = content;
            existing.Modified = state.Now;
            return existing;
        }

        var position = state.Documents.Count(d => d.ProductId == product.Id) + 1;
        return state.Insert(state.Documents, new DolibarrDocument { ProductId = product.Id, Name = name, Content = content, Position = position });
    }
}
