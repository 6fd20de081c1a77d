using ErpSync.Comparing;

namespace ErpSync.Deciding;

/// <summary>Fields with parts (languages, keys, elements): only the parts that one side changed cross over. The others stay as the target itself holds them, untouched by what the source's system made of them.</summary>
internal static class Parts
{
    /// <summary>The target's record with the source's changed parts; null when the field has none, or when the target changed too. What a record that was created again lacks is no removal.</summary>
    public static T? Changed<T>(Field<T> field, Compared<T> compared, FieldState state, Side target, IElementHasher hasher)
        where T : class, IEntity =>
        state.HasBase && compared.Loaded.Item.RejoinedAt is null && !(target == Side.First ? state.ChangedFirst : state.ChangedSecond) ? Merged(field, compared, target, hasher) : null;

    /// <summary>The target's record with both sides' changed parts, and those of the side that is kept where both changed one; null when the field has no parts, or when they contradict each other and no side is kept.</summary>
    public static T? Merged<T>(Field<T> field, Compared<T> compared, Side target, IElementHasher hasher, Side? keeps = null)
        where T : class, IEntity
    {
        // What a record that was created again lacks is not an edit: it is filled as a whole.
        if (field.Merge != MergeStyle.Union || compared.Loaded.Item.RejoinedAt is not null
            || !compared.FirstBases.TryGet(field.Name, out _, out var first) || first is null
            || !compared.SecondBases.TryGet(field.Name, out _, out var second) || second is null)
        {
            return null;
        }

        var (one, other) = (compared.Loaded.FirstMarked!, compared.Loaded.SecondInFirst!);
        if (keeps is { } kept)
        {
            var isKept = target == Side.First
                ? field.TryMergeKeeping(one, first, other, second, kept == Side.First, hasher, out var settled)
                : field.TryMergeKeeping(other, second, one, first, kept == Side.Second, hasher, out settled);
            return isKept ? settled : null;
        }

        T? merged;
        var isMerged = target == Side.First
            ? field.TryMerge(one, first, other, second, hasher, out merged)
            : field.TryMerge(other, second, one, first, hasher, out merged);
        return isMerged ? merged : null;
    }
}
