using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>The id in the answer to a create: the whole body is a number, or a record with one.</summary>
internal static class CreatedId
{
    /// <exception cref="ConnectorException">There is none: whether the record was created is not known.</exception>
    public static long Read(JsonElement answer, string connection, EntityKind kind) =>
        answer.AsWhole() ?? answer.Whole("id") ?? throw new ConnectorException(new SyncProblem(ProblemKind.OutcomeUnknown, "dolibarr.id-missing", "Dolibarr answered the create without an id.")
        {
            Connection = connection,
            EntityKind = kind,
        });
}
