using System.Globalization;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>Answers POST, PUT and PATCH. Several items are not a transaction: those before the first bad one stay.</summary>
internal sealed class Writer(PrestaShopState state)
{
    public async Task AnswerAsync(HttpContext context, ApiRequest request, Resource resource)
    {
        var items = InputXml.Items(await InputXml.BodyAsync(context), state.Edition);
        RowOutput output;
        IReadOnlyList<ApiError> warnings;
        lock (state.Gate)
        {
            var saved = SaveAll(request, resource, items);
            output = RowOutput.Of(Display.Of(state, resource, request with { Query = new PhpQuery("") }, single: true), request.Json);
            output.BeginItems();
            foreach (var (row, echo, _) in request.Json ? saved.TakeLast(1) : saved)
                output.Row(row, echo);
            warnings = request.Json ? [.. saved.TakeLast(1).SelectMany(item => item.Warnings)] : [];
            output.EndItems(warnings);
            output.Finish();
        }

        Answer.Head(context, warnings.Count > 0 ? 500 : request.Method == "POST" ? 201 : 200, request.Json, output.Written);
        await output.SendAsync(context.Response, all: true);
    }

    private List<(PrestaShopRow Row, Echo Echo, ApiError[] Warnings)> SaveAll(ApiRequest request, Resource resource, XElement[] items)
    {
        if (items.Length == 0)
            throw Refusal.Unknown("a write without an item");
        var ids = items.Select(item => item.Element("id")?.Value ?? "").ToArray();
        if (request.Method == "POST" && ids.Any(id => id.Length > 0))
            throw Refusal.Of(400, 91, "id is forbidden when adding a new resource");
        if (request.Method != "POST" && ids.Any(id => id.Length == 0))
            throw Refusal.Of(400, 90, "id is required when modifying a resource");
        return [.. items.Zip(ids).Select(pair => Save(request, resource, pair.First, pair.Second))];
    }

    private (PrestaShopRow Row, Echo Echo, ApiError[] Warnings) Save(ApiRequest request, Resource resource, XElement element, string id)
    {
        var table = state.Table(resource);
        var row = request.Method == "POST" ? table.Blank()
            : (int.TryParse(id, CultureInfo.InvariantCulture, out var number) ? table.Row(number) : null) ?? throw Refusal.Of(404, 92, "Invalid ID");
        var draft = new Draft(resource, row, request.Method, element) { SendsMail = request.Query["sendemail"] is not (null or "" or "0") };
        ClassRules.Refuse(draft, state);
        DraftReader.Read(draft, state.Edition);
        ClassRules.Prepare(draft, state);
        Validation.Check(draft, state);
        ClassRules.CheckUnique(draft, state);
        var echo = Commit.Store(draft, state, request.Shop);
        Commit.StoreAssociations(draft, state);
        SalesRules.Saved(draft, state);
        return (row, echo, MissingLanguages(draft));
    }

    /// <summary>The JSON output stumbles over a language that was not sent; the item is stored all the same.</summary>
    private ApiError[] MissingLanguages(Draft draft)
    {
        var languages = state.Languages.Select(language => language.Id).ToArray();
        if (languages.Length == 1)
            return [];
        return [.. draft.Resource.FieldsOf(state.Edition)
            .Where(field => field.Localized && draft.Has(field) && draft.Texts(field) is not null)
            .SelectMany(field => languages.Where(language => draft.Texts(field)!.ElementAtOrDefault(language - 1) is null))
            .Select(language => ApiError.Warning($"Undefined array key {language}", "webservice/WebserviceOutputJSON.php", state.Edition == Edition.V9 ? 166 : 186))];
    }
}
