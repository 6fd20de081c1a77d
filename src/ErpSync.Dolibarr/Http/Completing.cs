namespace ErpSync.Dolibarr;

/// <summary>The steps behind a create. When one fails the record exists but is not whole: it is to be looked for and compared, not created again.</summary>
internal static class Completing
{
    /// <typeparam name="T">The record's type.</typeparam>
    public static async Task Async<T>(long id, Func<Task> steps)
        where T : class, IEntity
    {
        try
        {
            await steps();
        }
        catch (ConnectorException fault)
        {
            throw new ConnectorException(
                fault.Problem with
                {
                    Kind = ProblemKind.OutcomeUnknown,
                    Code = DolibarrCodes.Incomplete,
                    EntityKind = T.Kind,
                    Id = RemoteId.From(id),
                    Message = $"The record {JsonValues.Invariant(id)} was created, but not all of it could be written: {fault.Problem.Message}",
                },
                fault);
        }
    }
}
