using ErpSync.Sandbox.Dolibarr;

namespace ErpSync.Sandbox;

/// <summary>The products and services, found fast by id, reference, external reference and barcode.</summary>
public sealed class DolibarrProductTable : DolibarrTable<DolibarrProduct>
{
    private readonly Dictionary<string, List<DolibarrProduct>> _byRefExt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DolibarrProduct> _byRef = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DolibarrProduct> _byBarcode = new(StringComparer.Ordinal);
    private DolibarrProduct[]? _sortedByRef;

    internal DolibarrProductTable()
    {
    }

    /// <summary>A product by its reference, compared without case and accents.</summary>
    /// <param name="reference">The reference.</param>
    /// <returns>The product, or null when there is none.</returns>
    public DolibarrProduct? FindByRef(string reference) => _byRef.GetValueOrDefault(Collation.Key(reference));

    /// <summary>A product by its barcode.</summary>
    /// <param name="barcode">The barcode.</param>
    /// <returns>The product, or null when there is none.</returns>
    public DolibarrProduct? FindByBarcode(string barcode) => _byBarcode.GetValueOrDefault(Collation.Key(barcode));

    /// <summary>The products that carry an external reference, lowest id first.</summary>
    /// <param name="refExt">The external reference, compared without case and accents.</param>
    /// <returns>The products; empty for none.</returns>
    public IReadOnlyList<DolibarrProduct> FindByRefExt(string refExt) =>
        _byRefExt.TryGetValue(Collation.Key(refExt), out var found) ? [.. found.OrderBy(p => p.Id)] : [];

    /// <summary>All products in the order of the reference, as the database collates it.</summary>
    internal IReadOnlyList<DolibarrProduct> SortedByRef
    {
        get
        {
            if (_sortedByRef is null)
            {
                _sortedByRef = [.. Rows];
                Array.Sort(_sortedByRef, static (a, b) => string.CompareOrdinal(a.RefKey, b.RefKey) is var order and not 0 ? order : a.Id.CompareTo(b.Id));
            }

            return _sortedByRef;
        }
    }

    internal override DolibarrProduct Add(DolibarrProduct row)
    {
        base.Add(row);
        Index(row);
        row.Table = this;
        return row;
    }

    internal override bool Remove(int id)
    {
        if (Find(id) is not { } row)
            return false;
        Forget(row);
        row.Table = null;
        return base.Remove(id);
    }

    internal void Index(DolibarrProduct row)
    {
        _sortedByRef = null;
        _byRef[row.RefKey] = row;
        if (row.Barcode is { Length: > 0 } barcode)
            _byBarcode[Collation.Key(barcode)] = row;
        if (row.RefExt is not { } refExt)
            return;
        var key = Collation.Key(refExt);
        if (_byRefExt.TryGetValue(key, out var rows))
            rows.Add(row);
        else
            _byRefExt[key] = new List<DolibarrProduct>(1) { row };
    }

    internal void Forget(DolibarrProduct row)
    {
        _sortedByRef = null;
        if (_byRef.GetValueOrDefault(row.RefKey) == row)
            _byRef.Remove(row.RefKey);
        if (row.Barcode is { Length: > 0 } barcode)
            _byBarcode.Remove(Collation.Key(barcode));
        if (row.RefExt is not { } refExt || !_byRefExt.TryGetValue(Collation.Key(refExt), out var rows))
            return;
        rows.Remove(row);
        if (rows.Count == 0)
            _byRefExt.Remove(Collation.Key(refExt));
    }
}
