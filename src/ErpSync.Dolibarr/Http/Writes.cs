namespace ErpSync.Dolibarr;

/// <summary>Carries out a batch one record at a time; a refusal of one does not stop the others.</summary>
internal static class Writes
{
    /// <typeparam name="T">The record's type.</typeparam>
    /// <typeparam name="TItem">The kind of write.</typeparam>
    public static async Task<IReadOnlyList<WriteResult<T>>> EachAsync<T, TItem>(
        IReadOnlyList<TItem> batch,
        Func<TItem, RemoteId?> id,
        Func<TItem, CancellationToken, Task<WriteResult<T>>> write,
        string connection,
        CancellationToken cancellationToken)
        where T : class, IEntity
    {
        var results = new List<WriteResult<T>>(batch.Count);
        foreach (var item in batch)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                results.Add(await write(item, cancellationToken));
            }
            catch (ConnectorException fault)
            {
                results.Add(new WriteResult<T>.Failed(fault.Problem with
                {
                    Connection = fault.Problem.Connection ?? connection,
                    EntityKind = fault.Problem.EntityKind ?? T.Kind,
                    Id = fault.Problem.Id ?? id(item),
                }));
            }
        }

        return results;
    }

    /// <summary>Says what a 500 without text hides when the texts hold characters of four bytes: the database connection cannot store them.</summary>
    public static async Task<TResult> ExplainedAsync<TResult>(Func<Task<TResult>> write, IEnumerable<string> texts)
    {
        try
        {
            return await write();
        }
        catch (ConnectorException fault) when (fault.Problem is { HttpStatus: 500, Code: DolibarrCodes.Failed or DolibarrCodes.Duplicate } && !fault.Problem.Message.Contains("AlreadyUsed", StringComparison.Ordinal) && texts.Any(HasFourBytes))
        {
            var verdict = DolibarrErrors.CharsetVerdict("Dolibarr failed at a text with an emoji or another character of four bytes, which its database connection most likely cannot store.");
            throw new ConnectorException(fault.Problem with { Kind = verdict.Kind, Code = verdict.Code, Message = verdict.Message, Remedy = verdict.Remedy }, fault);
        }
    }

    private static bool HasFourBytes(string text) => text.EnumerateRunes().Any(rune => !rune.IsBmp);
}
