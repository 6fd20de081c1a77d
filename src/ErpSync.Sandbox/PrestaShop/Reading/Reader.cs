using Microsoft.AspNetCore.Http;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>Answers GET and HEAD on a resource.</summary>
internal sealed class Reader(PrestaShopState state)
{
    private const int RowsPerPiece = 64;

    public async Task AnswerAsync(HttpContext context, ApiRequest request, Resource resource)
    {
        if (request.Query["schema"] is { } schema)
        {
            await SchemaOutput.SendAsync(context, request, state, resource, schema);
            return;
        }

        if (request.Id is { } id)
            await OneAsync(context, request, resource, id);
        else
            await ListAsync(context, request, resource);
    }

    private async Task OneAsync(HttpContext context, ApiRequest request, Resource resource, string id)
    {
        RowOutput output;
        lock (state.Gate)
        {
            var row = int.TryParse(id, out var number) ? state.Table(resource).Row(number) : null;
            if (row is null)
                throw Refusal.Empty(404);
            if (request.Shop != 0 && row is PrestaShopProduct product && !product.ShopIds.Contains(request.Shop))
                throw Refusal.Of(404, 131, $"This {resource.ClassName} ({id}) does not exists on this shop");
            var view = Display.Of(state, resource, request, single: true);
            output = RowOutput.Of(view, request.Json);
            var asList = request.Json && !view.DropFalsy && request.Query["display"] is { Length: > 0 };
            if (asList)
                output.BeginList();
            else
                output.BeginItems();
            output.Row(row, echo: null);
            if (asList)
                output.EndList();
            else
                output.EndItems([]);
            output.Finish();
        }

        Answer.Head(context, 200, request.Json, output.Written);
        await output.SendAsync(context.Response, all: true);
    }

    private async Task ListAsync(HttpContext context, ApiRequest request, Resource resource)
    {
        PrestaShopRow[] rows;
        View view;
        lock (state.Gate)
        {
            view = Display.Of(state, resource, request, single: false);
            var found = Filters.Apply(state, resource, request, view.Languages).Where(row => InShop(row, request.Shop));
            rows = [.. Limit.Apply(state, request, Sorting.Apply(state, resource, request, found, view.Languages))];
        }

        Answer.Head(context, 200, request.Json, whole: null);
        if (request.Method == "HEAD")
            return;
        var output = RowOutput.Of(view, request.Json);
        output.BeginList();
        for (var start = 0; start < rows.Length; start += RowsPerPiece)
        {
            lock (state.Gate)
            {
                foreach (var row in rows.AsSpan(start, Math.Min(RowsPerPiece, rows.Length - start)))
                    output.Row(row, echo: null);
            }

            await output.SendAsync(context.Response, all: false);
        }

        output.EndList();
        await output.SendAsync(context.Response, all: true);
    }

    private static bool InShop(PrestaShopRow row, int shop) => shop == 0 || (row is PrestaShopProduct product ? product.ShopIds.Contains(shop) : row is not PrestaShopRecord { Resource.Name: "orders" } order || order.Number("id_shop") == shop);
}
