using System.Globalization;
using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>listtypes, describe and relatedtypes.</summary>
internal sealed class SchemaOperations(VtigerState state)
{
    private static readonly JsonObject Listed = SchemaFiles.ListTypes();
    private static readonly HashSet<string> Names = [.. Listed["types"]!.AsArray().Select(name => name!.ToString())];

    public static bool IsListed(VtigerUser user, string name) => Names.Contains(name) && !user.Hidden.Contains(name) && (user.IsAdmin || name != "Users");

    /// <summary>Whether the server has the module, whoever asks.</summary>
    public static bool IsKnown(string name) => Names.Contains(name);

    public static bool IsEntity(string name) => Listed["information"]![name]?["isEntity"]?.GetValue<bool>() == true;

    public JsonNode ListTypes(Call call, VtigerUser user)
    {
        if (call.Get("fieldTypeList") is not ("" or "null"))
            throw new NotSimulatedException("listtypes by field types");
        var information = new JsonObject();
        foreach (var (name, told) in Listed["information"]!.AsObject())
        {
            if (IsListed(user, name))
                information[name] = told!.DeepClone();
        }

        return new JsonObject { ["types"] = new JsonArray([.. Names.Where(name => IsListed(user, name)).Select(name => JsonValue.Create(name))]), ["information"] = information };
    }

    public JsonNode Describe(string name, VtigerUser user)
    {
        var module = Access.Module(state, user, name);
        var described = module.Describe(More(module), Access.MayWrite(user, module), isByColumn: !user.IsAdmin);
        if (!user.IsAdmin && module.Name is "Currency" or "Tax")
            described["createable"] = described["updateable"] = described["deleteable"] = false;
        foreach (var type in described["fields"]!.AsArray().Select(field => field!["type"]!.AsObject()))
        {
            if (type.ContainsKey("format"))
                type["format"] = user.DateFormat;
            if (type.ContainsKey("picklistValues") && !user.HasPicklistValues)
                (type["picklistValues"], type["defaultValue"]) = (new JsonArray(), null);
        }

        return described;
    }

    public JsonNode RelatedTypes(string name, VtigerUser user)
    {
        var module = Access.Module(state, user, name);
        return SchemaFiles.RelatedTypes(module.Name) ?? throw new NotSimulatedException($"the related lists of {name}");
    }

    /// <summary>Fields that come and go with taxes and currencies.</summary>
    private IEnumerable<JsonObject> More(Module module)
    {
        if (module.HasPrices)
        {
            return state.ActiveTaxes().Select(tax => Extra(tax["taxname"], tax["taxlabel"], tax["percentage"])).Concat(state.ActiveCurrencies().Select(currency =>
                Extra("currency" + currency.Number.ToString(CultureInfo.InvariantCulture), $"{currency["currency_name"]} {currency["currency_code"]}", "")));
        }

        return module.Name == "LineItem"
            ? state.Tables["Tax"].Values.Where(tax => module.Find(tax["taxname"]) is null).Select(tax => new JsonObject
            {
                ["name"] = tax["taxname"],
                ["label"] = tax["taxlabel"],
                ["mandatory"] = false,
                ["type"] = new JsonObject { ["name"] = "double" },
                ["nullable"] = true,
                ["editable"] = true,
            })
            : [];
    }

    private static JsonObject Extra(string name, string label, string value) => new()
    {
        ["name"] = name,
        ["label"] = label,
        ["type"] = new JsonObject { ["name"] = "double" },
        ["nullable"] = "1",
        ["editable"] = "1",
        ["mandatory"] = "",
        ["default"] = value,
    };
}
