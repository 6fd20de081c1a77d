using System.Globalization;

namespace ErpSync.PrestaShop.Sales;

/// <summary>The states of orders and what they mean, told by their flags and by the shop's own settings rather than by fixed numbers.</summary>
internal sealed class OrderStateTable(IEnumerable<WireRow> rows, ShopData shop)
{
    private readonly Dictionary<long, WireRow> _rows = rows.ToDictionary(row => row.Id);

    /// <summary>All states.</summary>
    public IEnumerable<WireRow> All => _rows.Values.OrderBy(row => row.Id);

    /// <summary>The state's row, of a deleted one too; null for one that is gone.</summary>
    public WireRow? Find(long id) => _rows.GetValueOrDefault(id);

    /// <summary>True when an order in the state counts as paid.</summary>
    public bool IsPaid(long id) => _rows.TryGetValue(id, out var row) && row.Flag("paid") == true;

    /// <summary>True when an order in the state was sent.</summary>
    public bool IsShipped(long id) => _rows.TryGetValue(id, out var row) && row.Flag("shipped") == true;

    /// <summary>True when the shop has the state and did not delete it.</summary>
    public bool IsUsable(long id) => _rows.TryGetValue(id, out var row) && row.Flag("deleted") != true;

    /// <summary>What a state means; null for one that is gone.</summary>
    public OrderStage? StageOf(long id)
    {
        if (!_rows.TryGetValue(id, out var row))
            return null;
        if (id == Own("PS_OS_CANCELED", 6))
            return OrderStage.Cancelled;
        if (id == Own("PS_OS_REFUND", 7))
            return OrderStage.Refunded;
        if (id == Own("PS_OS_ERROR", 8))
            return OrderStage.Failed;
        if (id == Own("PS_OS_DELIVERED", 5))
            return OrderStage.Completed;
        if (row.Flag("shipped") == true)
            return OrderStage.Shipped;
        if (row.Flag("delivery") == true)
            return OrderStage.Processing;
        return row.Flag("paid") == true || row.Flag("logable") == true ? OrderStage.Confirmed : OrderStage.Pending;
    }

    /// <summary>The stage as the shop can hold it.</summary>
    public static OrderStage Fold(OrderStage stage) => stage switch
    {
        OrderStage.Draft => OrderStage.Pending,
        OrderStage.PartlyShipped => OrderStage.Processing,
        _ => stage,
    };

    /// <summary>The state that stands for a stage: the shop's own setting, else the oldest one that means it; null when there is none.</summary>
    public long? StateOf(OrderStage stage)
    {
        var folded = Fold(stage);
        var own = folded switch
        {
            OrderStage.Confirmed => Own("PS_OS_PAYMENT", 2),
            OrderStage.Processing => Own("PS_OS_PREPARATION", 3),
            OrderStage.Shipped => Own("PS_OS_SHIPPING", 4),
            OrderStage.Completed => Own("PS_OS_DELIVERED", 5),
            OrderStage.Cancelled => Own("PS_OS_CANCELED", 6),
            OrderStage.Refunded => Own("PS_OS_REFUND", 7),
            OrderStage.Failed => Own("PS_OS_ERROR", 8),
            _ => 0,
        };
        return folded == OrderStage.Pending ? null
            : IsUsable(own) && StageOf(own) == folded ? own
            : All.Where(row => row.Flag("deleted") != true && StageOf(row.Id) == folded).Select(row => (long?)row.Id).FirstOrDefault();
    }

    private long Own(string setting, long usual) =>
        shop.Settings.TryGetValue(setting, out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : usual;
}
