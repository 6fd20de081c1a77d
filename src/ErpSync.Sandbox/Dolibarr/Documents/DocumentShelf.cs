namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Stores files of products, orders, invoices and shipments.</summary>
internal static class DocumentShelf
{
    public static IEnumerable<DolibarrDocument> Of(DolibarrState state, DocumentOwner owner) => state.Documents.Where(d => d.Element == owner.Element && d.ProductId == owner.Id);

    public static DolibarrDocument? Find(DolibarrState state, DocumentOwner owner, string name) => Of(state, owner).FirstOrDefault(d => d.Name == name);

    public static DolibarrDocument Put(DolibarrState state, DolibarrProduct product, string name, ReadOnlyMemory<byte> content) => Put(state, DocumentOwner.Of(product), name, content);

    /// <summary>Stores a file; an existing one of the same name is replaced. The owner's modification time does not change.</summary>
    public static DolibarrDocument Put(DolibarrState state, DocumentOwner owner, string name, ReadOnlyMemory<byte> content)
    {
        if (Find(state, owner, name) is { } existing)
        {
            existing.Content = content;
            existing.Modified = state.Now;
            return existing;
        }

        return state.Insert(state.Documents, new DolibarrDocument { Element = owner.Element, ProductId = owner.Id, Name = name, Content = content, Position = Of(state, owner).Count() + 1 });
    }
}
