namespace ErpSync.Sqlite.Tests.Contract;

public sealed class SqliteLinkTests : LinkContract<SqliteHome>;

public sealed class SqliteRecordTests : RecordContract<SqliteHome>;

public sealed class SqliteJournalTests : JournalContract<SqliteHome>;

public sealed class SqliteCommitTests : CommitContract<SqliteHome>;

public sealed class SqliteLeaseTests : LeaseContract<SqliteHome>;

public sealed class InMemoryLinkTests : LinkContract<InMemoryHome>;

public sealed class InMemoryRecordTests : RecordContract<InMemoryHome>;

public sealed class InMemoryJournalTests : JournalContract<InMemoryHome>;

public sealed class InMemoryCommitTests : CommitContract<InMemoryHome>;

public sealed class InMemoryLeaseTests : LeaseContract<InMemoryHome>;

public sealed class SqliteTombstoneTests : TombstoneContract<SqliteHome>;

public sealed class InMemoryTombstoneTests : TombstoneContract<InMemoryHome>;

public sealed class SqliteHistoryTests : HistoryContract<SqliteHome>;

public sealed class InMemoryHistoryTests : HistoryContract<InMemoryHome>;
