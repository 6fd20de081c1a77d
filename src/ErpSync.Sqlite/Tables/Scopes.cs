namespace ErpSync;

/// <summary>The numbers of pairs and kinds within one transaction.</summary>
internal sealed class Scopes(Session session)
{
    private readonly Dictionary<(string Pair, EntityKind Kind), long> _known = [];

    /// <summary>The number; a new one when the pair and kind are new to the store.</summary>
    public long Number(string pair, EntityKind kind)
    {
        if (_known.TryGetValue((pair, kind), out var number))
            return number;
        session.Execute("INSERT INTO scopes (pair, kind) VALUES ($1, $2) ON CONFLICT DO NOTHING", pair, kind.Name);
        number = (long)session.Scalar("SELECT scope FROM scopes WHERE pair = $1 AND kind = $2", pair, kind.Name)!;
        _known.Add((pair, kind), number);
        return number;
    }
}
