using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>Finds what answers an operation.</summary>
internal sealed class VtigerRouter(VtigerState state)
{
    private static readonly HashSet<string> NotSimulated = new(StringComparer.Ordinal)
    {
        "changePassword", "deleteUser", "history", "query_related", "delete_related", "get_multi_relations", "loginportal", "fetchmodulefilters", "fetchrecord",
    };

    private readonly SessionOperations _sessions = new(state);
    private readonly SchemaOperations _schema = new(state);
    private readonly RecordOperations _records = new(state);
    private readonly QueryOperation _query = new(state);
    private readonly SyncOperation _sync = new(state);
    private readonly LeadConversion _leads = new(state);
    private readonly RelatedOperations _related = new(state);
    private readonly FileOperations _files = new(state);
    private readonly ApplicationOperations _applications = new(state);

    public Answer Route(Call call)
    {
        try
        {
            return Dispatch(call);
        }
        catch (VtigerProblem problem)
        {
            return Answer.Failure(problem);
        }
        catch (PhpFatalException)
        {
            return Answer.Fatal();
        }
        catch (NotSimulatedException other)
        {
            return Answer.NotSimulated(other.Message);
        }
    }

    private Answer Dispatch(Call call)
    {
        switch (call.Operation)
        {
            case "getchallenge":
                return Answer.Success(_sessions.Challenge(call.Get("username")));
            case "login":
                return Answer.Success(_sessions.Login(call.Post("username"), call.Post("accessKey")));
        }

        var handler = Handler(call.Operation);
        if (handler is null && !NotSimulated.Contains(call.Operation))
            return Answer.Fatal();
        if (call.Format != "json")
            return Answer.Fatal(isJson: true);
        var user = _sessions.UserOf(call.Session);
        if (handler is null)
            throw new NotSimulatedException($"the operation {call.Operation}");
        var result = handler(call, user);
        return Answer.Success(result) with { HasLeadingLine = call.Operation is "wsapp_get" or "wsapp_put" or "wsapp_map" && state.Applications.GetValueOrDefault(call.Post("key"))?.Type == "vtigerSyncLib" };
    }

    private Func<Call, VtigerUser, JsonNode?>? Handler(string operation) => operation switch
    {
        "extendsession" => (call, user) => _sessions.Extend(call.Session, user),
        "logout" => Repaired((call, _) => _sessions.Close(call.Session)),
        "listtypes" => _schema.ListTypes,
        "describe" => (call, user) => _schema.Describe(call.Get("elementType"), user),
        "relatedtypes" => (call, user) => _schema.RelatedTypes(call.Get("elementType"), user),
        "create" => _records.Create,
        "retrieve" => (call, user) => _records.Retrieve(call.Get("id"), user),
        "update" => _records.Update,
        "revise" => _records.Revise,
        "delete" => (call, user) => _records.Delete(call.Post("id"), user),
        "query" => (call, user) => _query.Run(call.Get("query"), user),
        "sync" => state.Options.IsRepaired ? _sync.Run : Fatal,
        "convertlead" => Repaired((call, user) => _leads.Run(call.Post("element"), user)),
        "retrieve_inventory" => Repaired((call, user) => _records.Retrieve(call.Get("id"), user)),
        "retrieve_related" => _related.Retrieve,
        "add_related" => _related.Add,
        "files_retrieve" => Repaired((call, user) => _files.Retrieve(call.Get("id"), user)),
        "wsapp_register" => Repaired(_applications.Register),
        "wsapp_deregister" => _applications.Deregister,
        "wsapp_get" => _applications.Read,
        "wsapp_put" => _applications.Put,
        "wsapp_map" => _applications.Map,
        _ => null,
    };

    /// <summary>An operation that PHP 8 cannot call on an unmodified server.</summary>
    private Func<Call, VtigerUser, JsonNode?> Repaired(Func<Call, VtigerUser, JsonNode?> handler) => state.Options.IsRepaired || !state.IsPhp8 ? handler : Fatal;

    private static JsonNode? Fatal(Call call, VtigerUser user) => throw new PhpFatalException();
}
