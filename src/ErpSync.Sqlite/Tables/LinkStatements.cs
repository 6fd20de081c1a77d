namespace ErpSync;

/// <summary>The statements of the links table. Every query names its index, so that a page of a million links costs what a page of a hundred costs.</summary>
internal static class LinkStatements
{
    private const string Selected = """
        l.number, l.first_id, l.second_id, l.created_at_side, l.linked_at, l.open_fields, l.first_stamp, l.second_stamp,
        l.reason, l.label, l.first_fingerprint, l.second_fingerprint, l.first_base, l.second_base, l.gone_at_side
        """;

    private const string ScopeOfPairAndKind = "(SELECT scope FROM scopes WHERE pair = $1 AND kind = $2)";

    public const string FindByFirst = $"""
        SELECT {Selected} FROM json_each($3) AS wanted CROSS JOIN links AS l INDEXED BY link_first
        WHERE l.scope = {ScopeOfPairAndKind} AND l.first_id = wanted.value
        """;

    public const string FindBySecond = $"""
        SELECT {Selected} FROM json_each($3) AS wanted CROSS JOIN links AS l INDEXED BY link_second
        WHERE l.scope = {ScopeOfPairAndKind} AND l.second_id = wanted.value
        """;

    public const string GetByNumber = $"""
        SELECT {Selected}, s.kind FROM json_each($2) AS wanted CROSS JOIN links AS l ON l.number = wanted.value CROSS JOIN scopes AS s ON s.scope = l.scope
        WHERE s.pair = $1
        """;

    public const string Page = $"""
        SELECT {Selected} FROM links AS l INDEXED BY link_page
        WHERE l.scope = {ScopeOfPairAndKind} AND l.number > $3 ORDER BY l.number LIMIT $4
        """;

    public const string OpenPage = $"""
        SELECT {Selected} FROM links AS l INDEXED BY link_open
        WHERE l.scope = {ScopeOfPairAndKind} AND l.open_fields IS NOT NULL AND l.number > $3 ORDER BY l.number LIMIT $4
        """;

    public const string Insert = """
        INSERT INTO links (scope, first_id, second_id, created_at_side, linked_at, open_fields, first_stamp, second_stamp,
            reason, label, first_fingerprint, second_fingerprint, first_base, second_base, gone_at_side)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        """;

    public const string Update = """
        UPDATE links SET first_id = $2, second_id = $3, created_at_side = $4, linked_at = $5, open_fields = $6, first_stamp = $7, second_stamp = $8,
            reason = $9, label = $10, first_fingerprint = $11, second_fingerprint = $12, first_base = $13, second_base = $14, gone_at_side = $15
        WHERE number = $16 AND scope = $1
        """;

    public const string Counts = $"""
        SELECT (SELECT count(*) FROM links AS l INDEXED BY link_page WHERE l.scope = {ScopeOfPairAndKind}),
            (SELECT count(*) FROM links AS l INDEXED BY link_open WHERE l.scope = {ScopeOfPairAndKind} AND l.open_fields IS NOT NULL),
            (SELECT count(*) FROM unlinked AS u INDEXED BY unlinked_seen WHERE u.scope = {ScopeOfPairAndKind}),
            (SELECT count(*) FROM links AS l INDEXED BY link_gone WHERE l.scope = {ScopeOfPairAndKind} AND l.gone_at_side = 0),
            (SELECT count(*) FROM links AS l INDEXED BY link_gone WHERE l.scope = {ScopeOfPairAndKind} AND l.gone_at_side = 1)
        """;
}
