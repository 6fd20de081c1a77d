using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>create, retrieve, update, revise and delete.</summary>
internal sealed class RecordOperations(VtigerState state)
{
    private readonly OrderWriter _orders = new(state);
    private readonly TableOperations _tables = new(state);
    private readonly LineOperations _lines = new(state);

    public JsonNode? Create(Call call, VtigerUser user) => Create(call.Post("elementType"), Element(call), user, call.Files);

    /// <summary>Creates a record with every check that the web service makes.</summary>
    public JsonObject Create(string type, JsonObject element, VtigerUser user, IReadOnlyList<UploadedFile> files, string source = "WEBSERVICE")
    {
        var module = Access.Module(state, user, type);
        if (!Access.MayWrite(user, module))
            throw VtigerProblem.DeniedWrite();
        state.Writer.CheckReferences(module, element, user);
        RecordWriter.CheckMandatory(module, element);
        if (module.Name == "LineItem")
            return _lines.Create(element, user);
        if (!module.IsEntity || module.Name == "Users")
            return _tables.Create(module, element);
        if (module.IsInventory)
            return _orders.CreateAnswer(module, element, user, source);
        if (module.HasPrices)
            Prices.Check(state, element);
        state.Writer.CheckUnique(module, element, 0);
        var record = state.Writer.Create(module, element, user, source: source);
        FileOperations.Attach(state, module, record, files);
        return RecordReader.Whole(state, module, record);
    }

    public JsonNode? Retrieve(string id, VtigerUser user)
    {
        var (module, record) = Find(id, user);
        if (module.Name == "LineItem")
            return _lines.Retrieve(id);
        if (!Access.Sees(state, user, record!))
            throw VtigerProblem.DeniedRead();
        return module.IsInventory ? OrderReader.Whole(state, module, record!, user) : RecordReader.Whole(state, module, record!);
    }

    public JsonNode? Update(Call call, VtigerUser user)
    {
        var element = Element(call);
        var (module, record) = Find(element.Text("id"), user);
        CheckWrite(module, record, user);
        state.Writer.CheckReferences(module, element, user);
        RecordWriter.CheckMandatory(module, element);
        return Change(module, record, element, user, call, isUpdate: true);
    }

    public JsonNode? Revise(Call call, VtigerUser user) => Revise(Element(call), user, call);

    /// <summary>Revises with every check that the web service makes.</summary>
    public JsonNode? Revise(JsonObject element, VtigerUser user, Call call)
    {
        var (module, record) = Find(element.Text("id"), user);
        CheckWrite(module, record, user);
        state.Writer.CheckReferences(module, element, user);
        RecordWriter.CheckEmptied(module, element);
        return Change(module, record, element, user, call, isUpdate: false);
    }

    public JsonNode? Delete(string id, VtigerUser user)
    {
        var (module, record) = Find(id, user);
        CheckWrite(module, record, user);
        if (module.Name == "LineItem")
            _lines.Delete(id, user);
        else if (!module.IsEntity || module.Name == "Users")
            _tables.Delete(module, record!);
        else
            Bin(module, record!, user);
        return new JsonObject { ["status"] = "successful" };
    }

    private void Bin(Module module, VtigerRecord record, VtigerUser user)
    {
        if (module.IsInventory)
            _orders.Clear(module, record);
        record.IsDeleted = true;
        state.Writer.Touch(record, user);
    }

    private JsonNode? Change(Module module, VtigerRecord? record, JsonObject element, VtigerUser user, Call call, bool isUpdate)
    {
        var isDetailView = call.Extra("ajxaction") == "DETAILVIEW";
        if (module.Name == "LineItem")
            throw _lines.Update(element);
        if (!module.IsEntity || module.Name == "Users")
            return _tables.Change(module, record!, element);
        if (module.IsInventory)
            return _orders.Change(module, record!, element, user, isUpdate, isDetailView);
        if (module.HasPrices)
            Prices.Check(state, element);
        state.Writer.CheckUnique(module, element, record!.Number);
        state.Writer.Update(module, record, element, user, isDetailView);
        FileOperations.Attach(state, module, record, call.Files);
        return RecordReader.Whole(state, module, record);
    }

    private void CheckWrite(Module module, VtigerRecord? record, VtigerUser user)
    {
        if (record is not null && (!Access.Sees(state, user, record) || (module.IsEntity && !Access.MayWrite(user, module))))
            throw VtigerProblem.DeniedRead();
        if (!Access.MayWrite(user, module))
            throw VtigerProblem.DeniedWrite();
    }

    /// <summary>The module and the record of an id; for a line the module only.</summary>
    private (Module Module, VtigerRecord? Record) Find(string id, VtigerUser user)
    {
        if (Ids.Split(id) is not var (prefix, _) || state.ModuleOf(prefix) is not { } module)
            throw VtigerProblem.Denied(" for id");
        var number = Ids.Number(id) ?? 0;
        if (module.Name == "LineItem")
            return (module, null);
        if (!module.IsEntity || module.Name == "Users")
        {
            if (!SchemaOperations.IsListed(user, module.Name))
                throw VtigerProblem.Denied();
            return (module, state.Of(module).FirstOrDefault(row => row.Number == number) ?? throw new VtigerProblem("RECORD_NOT_FOUND", "Record you are trying to access is not found"));
        }

        if (!state.Records.TryGetValue(number, out var record) || record.IsDeleted || !SchemaOperations.IsListed(user, record.Module))
            throw VtigerProblem.Denied();
        return record.Module == module.Name ? (module, record) : throw VtigerProblem.WrongId();
    }

    private static JsonObject Element(Call call) => PhpJson.Decode(call.Post("element")) as JsonObject ?? [];
}
