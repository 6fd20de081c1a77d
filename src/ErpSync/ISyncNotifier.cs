namespace ErpSync;

/// <summary>Takes notices out to people: by mail, chat, a ticket. Register as many as wanted as singletons; one that writes to the log is always there. One that fails is logged and stops neither a run nor the others.</summary>
public interface ISyncNotifier
{
    /// <summary>Takes a notice. The same notice is not handed over again while its cause lasts, until <see cref="NoticeOptions.RepeatAfter"/> is over.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="cancellationToken">Cancels the delivery.</param>
    /// <returns>A task that ends when it is delivered.</returns>
    Task NotifyAsync(SyncNotice notice, CancellationToken cancellationToken);
}
