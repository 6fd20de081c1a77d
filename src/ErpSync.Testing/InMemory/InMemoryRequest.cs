using System.Runtime.CompilerServices;

namespace ErpSync.Testing;

/// <summary>Read requests to an in-memory system: log, hooks and faults around one page each.</summary>
internal static class InMemoryRequest
{
    public static InMemoryCall Call<T>(InMemoryKind<T> kind, string verb, int records, bool isWrite = false, RemoteId? id = null, IReadOnlyList<string>? fields = null)
        where T : class, IEntity =>
        new($"{T.Kind.Name}.{verb}", isWrite, records, id, fields ?? [], kind.System.Clock.GetUtcNow());

    /// <summary>Streams ids in pages, each page one request; an empty source is one request too.</summary>
    public static async IAsyncEnumerable<TRow> PagesAsync<T, TRow>(
        InMemoryKind<T> kind,
        string verb,
        int pageSize,
        Func<IEnumerable<RemoteId>> ids,
        Func<InMemoryEntry<T>, TRow> row,
        Func<RemoteId, SyncProblem, TRow>? bad,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class, IEntity
    {
        using var source = Under(kind, () => ids().GetEnumerator());
        bool more;
        do
        {
            var call = Call(kind, verb, pageSize);
            await kind.System.BeginAsync(call, cancellationToken);
            var fault = ThrowIfRefused(kind, call, kind.System.Faults.Take(call.Name, null, null));
            var page = new List<TRow>(Math.Min(pageSize, 1000));
            lock (kind.System.Gate)
                more = Fill(kind, source, pageSize, page, row, bad, fault, call);
            await EndAsync(kind, call, fault);
            var delivered = fault?.Kind switch
            {
                InMemoryFaultKind.Empty => 0,
                InMemoryFaultKind.BreaksHalfway or InMemoryFaultKind.EndsEarly => page.Count / 2,
                _ => page.Count,
            };
            for (var index = 0; index < delivered; index++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return page[index];
            }

            if (fault?.Kind == InMemoryFaultKind.BreaksHalfway)
                throw new ConnectorException(kind.System.Problem(ProblemKind.Unavailable, "in-memory.broke", "The answer broke off.", call));
            if (fault?.Kind is InMemoryFaultKind.Empty or InMemoryFaultKind.EndsEarly)
                yield break;
        }
        while (more);
    }

    /// <summary>Refusals before the system does anything.</summary>
    public static InMemoryFault? ThrowIfRefused<T>(InMemoryKind<T> kind, InMemoryCall call, InMemoryFault? fault)
        where T : class, IEntity => fault?.Kind switch
        {
            InMemoryFaultKind.Unavailable or InMemoryFaultKind.RequestLost or InMemoryFaultKind.ResponseLost or InMemoryFaultKind.ErrorAfterCommit =>
                throw new ConnectorException(kind.System.Problem(ProblemKind.Unavailable, "in-memory.unavailable", "The system did not answer.", call) with { HttpStatus = 503 }),
            InMemoryFaultKind.RateLimited =>
                throw new ConnectorException(kind.System.Problem(ProblemKind.RateLimited, "in-memory.rate-limited", "Too many requests.", call) with { HttpStatus = 429, RetryAfter = fault.RetryAfter }),
            InMemoryFaultKind.CrashBeforeCommit => throw new SimulatedCrashException(call.Name),
            _ => fault,
        };

    public static async Task EndAsync<T>(InMemoryKind<T> kind, InMemoryCall call, InMemoryFault? fault)
        where T : class, IEntity
    {
        await kind.System.EndAsync(call);
        if (fault?.Kind == InMemoryFaultKind.CrashAfterCommit)
            throw new SimulatedCrashException(call.Name);
    }

    public static TResult Under<T, TResult>(InMemoryKind<T> kind, Func<TResult> read)
        where T : class, IEntity
    {
        lock (kind.System.Gate)
            return read();
    }

    private static bool Fill<T, TRow>(
        InMemoryKind<T> kind,
        IEnumerator<RemoteId> source,
        int pageSize,
        List<TRow> page,
        Func<InMemoryEntry<T>, TRow> row,
        Func<RemoteId, SyncProblem, TRow>? bad,
        InMemoryFault? fault,
        InMemoryCall call)
        where T : class, IEntity
    {
        for (var taken = 0; taken < pageSize; taken++)
        {
            if (!source.MoveNext())
                return false;
            if (kind.Records.Find(source.Current) is not { } entry)
                continue;
            var isBad = bad is not null && fault?.Kind == InMemoryFaultKind.BadRecord && (fault.Id is { } id ? id == entry.Id : page.Count == 0);
            page.Add(isBad
                ? bad!(entry.Id, kind.System.Problem(ProblemKind.Unreadable, "in-memory.unreadable", "The record cannot be read.", call) with { Id = entry.Id, Raw = "<?" })
                : row(entry));
        }

        return true;
    }
}
