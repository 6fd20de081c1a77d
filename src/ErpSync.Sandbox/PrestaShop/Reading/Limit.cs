namespace ErpSync.Sandbox.PrestaShop;

/// <summary>Cuts a list: limit=count or limit=offset,count.</summary>
internal static class Limit
{
    public static IEnumerable<PrestaShopRow> Apply(PrestaShopState state, ApiRequest request, IEnumerable<PrestaShopRow> rows)
    {
        if (request.Query["limit"] is not { Length: > 0 } limit)
            return rows;
        var parts = limit.Split(',');
        if (parts.Length > 2)
            throw Refusal.BadList(state.Edition, 39, "The \"limit\" value has to be formed as this example: \"5,25\" or \"10\"");
        var numbers = parts.Select(part => (int)Math.Clamp(Comparing.Number(part), int.MinValue, int.MaxValue)).ToArray();
        if (numbers.Any(number => number < 0))
            return state.Edition == Edition.V9 ? [] : throw Refusal.Died();
        return numbers is [var offset, var count] ? rows.Skip(offset).Take(count) : rows.Take(numbers[0]);
    }
}
