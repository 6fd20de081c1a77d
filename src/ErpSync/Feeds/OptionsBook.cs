using System.Security.Cryptography;
using System.Text;

namespace ErpSync.Feeds;

/// <summary>With which options each kind of a pair was last planned or run: what moved since then is shown as a plan before a schedule writes with it.</summary>
internal sealed class OptionsBook(ISyncStore store, PairDefinition pair, string options)
{
    private const string Prefix = "options/";

    /// <summary>The book of a pair whose feeds ask for it; null where none does.</summary>
    public static OptionsBook? Of(ErpSyncRegistry registry, ISyncStore store, PairDefinition pair)
    {
        var sets = registry.Feeds.Where(item => item.Pair == pair.Name && item.Feeds.Options is not null).Select(item => item.Feeds.Options!).ToList();
        return sets.Count == 0 ? null : new OptionsBook(store, pair, string.Join('\n', sets));
    }

    /// <summary>The kinds whose options are not those that were last planned or run. None before the first time.</summary>
    public async Task<IReadOnlySet<EntityKind>> ReadMovedAsync(CancellationToken cancellationToken)
    {
        var known = (await store.ReadTextsAsync(pair.Name, Prefix, cancellationToken)).ToDictionary(text => text.Key, text => text.Value, StringComparer.Ordinal);
        return known.Count == 0 ? new HashSet<EntityKind>() : pair.Kinds.Where(kind => known.GetValueOrDefault(Key(kind.Kind)) != Mark(kind)).Select(kind => kind.Kind).ToHashSet();
    }

    /// <summary>The first options are nobody's change.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        if ((await store.ReadTextsAsync(pair.Name, Prefix, cancellationToken)).Count == 0)
            await NoteAsync(null, cancellationToken);
    }

    /// <summary>A person saw what the options of these kinds lead to, or started them: null for all.</summary>
    public async Task NoteAsync(IReadOnlyCollection<EntityKind>? kinds, CancellationToken cancellationToken)
    {
        var known = (await store.ReadTextsAsync(pair.Name, Prefix, cancellationToken)).ToDictionary(text => text.Key, text => text.Value, StringComparer.Ordinal);
        var changes = new StoreChanges();
        foreach (var kind in pair.Kinds.Where(kind => (kinds is null || known.Count == 0 || kinds.Contains(kind.Kind)) && known.GetValueOrDefault(Key(kind.Kind)) != Mark(kind)))
            changes.Texts.Add((pair.Name, Key(kind.Kind), Mark(kind)));
        if (!changes.IsEmpty)
            await store.CommitAsync(changes, cancellationToken);
    }

    private static string Key(EntityKind kind) => Prefix + kind.Name;

    private string Mark(KindDefinition kind)
    {
        var maps = kind.DependsOn.Where(pair.Maps.ContainsKey).Select(mapped => $"{mapped.Name}:{pair.Maps[mapped].Signature}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind.PolicySignature}\n{string.Join('|', maps)}\n{options}")));
    }
}
