using Microsoft.AspNetCore.Http;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>Answers DELETE: one id in the path, or several as ?id=[1,2]; a missing one leaves all in place.</summary>
internal sealed class Deleter(PrestaShopState state)
{
    public void Answer(HttpContext context, ApiRequest request, Resource resource)
    {
        var ids = Ids(request);
        lock (state.Gate)
        {
            var table = state.Table(resource);
            var missing = ids.Where(id => table.Row(id) is null).ToArray();
            if (missing.Length > 0)
                throw Refusal.Of(404, 87, $"Id(s) not exists: {string.Join(", ", missing)}");
            if (resource.Name == "tax_rule_groups" && ids.Any(id => state.Products.Any(product => product.TaxRulesGroupId == id)))
                throw Refusal.Unknown("deleting a tax rules group that products use");
            foreach (var id in ids)
                Deleting.Row(state, table.Row(id)!);
        }

        context.Response.StatusCode = StatusCodes.Status200OK;
    }

    private static int[] Ids(ApiRequest request)
    {
        if (request.Id is { } single)
            return [Number(single)];
        if (request.Query["id"] is not { Length: > 0 } list)
            throw Refusal.Unknown("a DELETE without an id");
        return [.. list.TrimStart('[').TrimEnd(']').Split(',').Select(Number).Distinct()];
    }

    /// <summary>The number that a text begins with, as PHP casts it: 31|32 is 31.</summary>
    private static int Number(string text) => (int)Math.Clamp(decimal.Truncate(Comparing.Number(text.Trim())), int.MinValue, int.MaxValue);
}
