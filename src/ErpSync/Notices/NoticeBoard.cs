using System.Globalization;
using ErpSync.Texts;
using Microsoft.Extensions.Logging;

namespace ErpSync.Notices;

/// <summary>Hands notices to the notifiers, each once while its cause lasts: what was told, and when, is remembered in the store. Nothing in here may stop a run.</summary>
internal sealed class NoticeBoard(NoticeOptions options, SyncTexts texts, ISyncStore store, TimeProvider clock, IEnumerable<ISyncNotifier> notifiers, ILogger logger)
{
    private const string Prefix = "notice/";
    private readonly ISyncNotifier[] _notifiers = [.. notifiers];

    /// <summary>What was told of a pair, by key; empty when the store cannot tell.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(string pair, CancellationToken cancellationToken)
    {
        try
        {
            return (await store.ReadTextsAsync(pair, Prefix, cancellationToken)).ToDictionary(text => text.Key, text => text.Value, StringComparer.Ordinal);
        }
        catch (StoreException exception)
        {
            EngineLog.NoticeNotKept(logger, pair, "-", exception.Problem.Code);
            return new Dictionary<string, string>(StringComparer.Ordinal);
        }
    }

    /// <summary>Tells a notice unless it was told already.</summary>
    /// <param name="notice">The notice, without its words and its time.</param>
    /// <param name="known">What was told already.</param>
    /// <param name="mark">What distinguishes this occasion; a greater mark than the one that was told is told at once.</param>
    /// <param name="cancellationToken">Cancels the telling.</param>
    /// <param name="values">The values that the words name.</param>
    public async Task RaiseAsync(SyncNotice notice, IReadOnlyDictionary<string, string> known, long mark, CancellationToken cancellationToken, params (string Name, string Value)[] values)
    {
        try
        {
            var now = clock.GetUtcNow();
            if (known.TryGetValue(Key(notice), out var told) && !IsDue(told, mark, now))
                return;
            var all = Values(notice, values);
            var ready = notice with { At = now, Message = texts.Reason(new SyncReason(notice.Code) { Arguments = all }), Arguments = all };
            await RememberAsync(notice, string.Create(CultureInfo.InvariantCulture, $"{now.UtcTicks};{mark}"), cancellationToken);
            foreach (var notifier in _notifiers)
                await TellAsync(notifier, ready, cancellationToken);
        }
        catch (StoreException exception)
        {
            EngineLog.NoticeNotKept(logger, notice.Pair, notice.Code, exception.Problem.Code);
        }
    }

    /// <summary>The cause is gone: when it comes back, it is told at once.</summary>
    public async Task ClearAsync(SyncNotice notice, IReadOnlyDictionary<string, string> known, CancellationToken cancellationToken)
    {
        try
        {
            if (known.ContainsKey(Key(notice)))
                await RememberAsync(notice, null, cancellationToken);
        }
        catch (StoreException exception)
        {
            EngineLog.NoticeNotKept(logger, notice.Pair, notice.Code, exception.Problem.Code);
        }
    }

    private static string Key(SyncNotice notice) => $"{Prefix}{notice.Code}/{notice.Kind?.Name}/{notice.Connection}";

    private static TextMap Values(SyncNotice notice, (string Name, string Value)[] values)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["pair"] = notice.Pair,
            ["count"] = notice.Count.ToString(CultureInfo.InvariantCulture),
        };
        if (notice.Kind is { } kind)
            all["kind"] = kind.Name;
        if (notice.Connection is { } connection)
            all["connection"] = connection;
        foreach (var (name, value) in values)
            all[name] = value;
        return TextMap.From(all);
    }

    private bool IsDue(string told, long mark, DateTimeOffset now)
    {
        var parts = told.Split(';');
        return parts.Length != 2
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var earlier)
            || mark > earlier
            || now - new DateTimeOffset(at, TimeSpan.Zero) >= options.RepeatAfter;
    }

    private async Task RememberAsync(SyncNotice notice, string? text, CancellationToken cancellationToken)
    {
        var changes = new StoreChanges();
        changes.Texts.Add((notice.Pair, Key(notice), text));
        await store.CommitAsync(changes, cancellationToken);
    }

    private async Task TellAsync(ISyncNotifier notifier, SyncNotice notice, CancellationToken cancellationToken)
    {
        try
        {
            await notifier.NotifyAsync(notice, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // Its words are not logged: they may hold an address or a key of the notifier's own service.
            EngineLog.NotifierFailed(logger, notifier.GetType().Name, notice.Code, exception.GetType().Name);
        }
    }
}
