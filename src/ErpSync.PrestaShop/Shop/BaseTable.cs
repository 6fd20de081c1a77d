namespace ErpSync.PrestaShop;

/// <summary>Price, weight and taxes by product, packed in 24 bytes each, because a run keeps those of all products. Safe for parallel use.</summary>
internal sealed class BaseTable
{
    private const int Shift = 8;
    private const int PageSize = 1 << Shift;

    private readonly Lock _gate = new();
    private readonly Dictionary<long, Packed[]> _pages = [];
    private readonly Dictionary<long, ProductBase> _large = [];

    public ProductBase this[long product]
    {
        set
        {
            lock (_gate)
            {
                if (!_pages.TryGetValue(product >> Shift, out var page))
                    _pages[product >> Shift] = page = new Packed[PageSize];
                page[product & (PageSize - 1)] = Packed.Of(value);
                if (page[product & (PageSize - 1)].Unpack() != value)
                    _large[product] = value;
                else
                    _large.Remove(product);
            }
        }
    }

    public bool ContainsKey(long product) => TryGetValue(product, out _);

    public bool TryGetValue(long product, out ProductBase known)
    {
        lock (_gate)
        {
            if (_large.TryGetValue(product, out known))
                return true;
            if (!_pages.TryGetValue(product >> Shift, out var page) || !page[product & (PageSize - 1)].IsKnown)
                return false;
            known = page[product & (PageSize - 1)].Unpack();
            return true;
        }
    }

    /// <summary>Amounts of up to 64 bits with their scale, and a group of up to 32; what is larger does not come out as it went in.</summary>
    private struct Packed
    {
        public bool IsKnown;
        private ulong _price;
        private ulong _weight;
        private int _taxGroup;
        private byte _priceForm;
        private byte _weightForm;

        public static Packed Of(ProductBase value)
        {
            var packed = new Packed { IsKnown = true, _taxGroup = unchecked((int)value.TaxGroup) };
            (packed._price, packed._priceForm) = Pack(value.Price);
            (packed._weight, packed._weightForm) = Pack(value.Weight);
            return packed;
        }

        public readonly ProductBase Unpack() => new(Unpack(_price, _priceForm), Unpack(_weight, _weightForm), _taxGroup);

        private static (ulong Digits, byte Form) Pack(decimal amount)
        {
            Span<int> bits = stackalloc int[4];
            decimal.GetBits(amount, bits);
            return (((ulong)(uint)bits[1] << 32) | (uint)bits[0], (byte)((amount.Scale << 1) | (decimal.IsNegative(amount) ? 1 : 0)));
        }

        private static decimal Unpack(ulong digits, byte form) => new(unchecked((int)digits), unchecked((int)(digits >> 32)), 0, (form & 1) == 1, (byte)(form >> 1));
    }
}
