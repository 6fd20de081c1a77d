using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ErpSync;

/// <summary>Brings a file to the newest schema that this version knows.</summary>
internal sealed class Migration(SqliteFile file, IReadOnlyList<SchemaStep> steps, TimeProvider time)
{
    // "ErSy": marks the file as ours, so that another program's database is never changed.
    private const long ApplicationId = 0x45725379;

    private int Newest => steps[^1].Version;

    /// <summary>Refuses a database that is not ours, before anything in it is touched.</summary>
    public void CheckOwner(Session session)
    {
        var owner = (long)session.Scalar("PRAGMA application_id")!;
        if (owner != ApplicationId && (long)session.Scalar("SELECT count(*) FROM sqlite_schema")! > 0)
            throw new StoreException(SqliteProblems.NotOurs(file.Path));
    }

    /// <summary>Carries out the missing steps in one transaction, after a backup when the file already held data.</summary>
    public async Task RunAsync(Session session, CancellationToken cancellationToken)
    {
        using var transaction = session.Begin();
        var version = Version(session);
        CheckVersion(version);
        if (version == Newest)
            return;
        if (version > 0)
            await BackUpAsync(version, cancellationToken);
        else
            session.Execute($"PRAGMA application_id = {ApplicationId}");
        foreach (var step in steps.Where(step => step.Version > version))
        {
            session.Execute(step.Sql);
            session.Execute("INSERT INTO schema_version (version, applied_at) VALUES ($1, $2)", step.Version, time.GetUtcNow().UtcTicks);
        }
        cancellationToken.ThrowIfCancellationRequested();
        transaction.Commit();
    }

    /// <summary>Refuses to write into a file that another process has brought to a newer schema meanwhile.</summary>
    public void CheckVersion(Session session) => CheckVersion((long)session.Scalar("SELECT max(version) FROM schema_version")!);

    private static long Version(Session session) =>
        (long)session.Scalar("SELECT count(*) FROM sqlite_schema WHERE name = 'schema_version'")! == 0
            ? 0
            : (long)session.Scalar("SELECT max(version) FROM schema_version")!;

    private void CheckVersion(long version)
    {
        if (version > Newest)
            throw new StoreException(SqliteProblems.NewerSchema(file.Path, version, Newest));
    }

    // The transaction that is open on the writer keeps other writers out, so the copy is what the migration starts from.
    private async Task BackUpAsync(long version, CancellationToken cancellationToken)
    {
        var moment = time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var path = $"{file.Path}.v{version.ToString(CultureInfo.InvariantCulture)}-{moment}.bak";
        try
        {
            await Task.Run(() => file.CopyTo(path), cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new StoreException(SqliteProblems.BackupFailed(file.Path, path, exception.Message), exception);
        }
    }
}
