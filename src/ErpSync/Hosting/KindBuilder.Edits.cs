namespace ErpSync;

/// <content>Whether edits go over by themselves.</content>
public sealed partial class KindBuilder<T>
{
    internal Edits EditPolicy { get; private set; } = Edits.Carry;

    /// <summary>Says whether edits of linked records go over by themselves. Fields with an owner follow <see cref="OnDrift"/>, and the first difference of two linked records <see cref="OnFirstRun"/>.</summary>
    /// <param name="policy">The policy; <see cref="Edits.Carry"/> unless told.</param>
    /// <returns>This builder.</returns>
    public KindBuilder<T> OnEdit(Edits policy)
    {
        EditPolicy = policy;
        return this;
    }
}
