namespace ErpSync;

/// <summary>How an owned record is keyed: by its owner's link plus a key that is unique under the owner.</summary>
/// <typeparam name="T">The record's type.</typeparam>
/// <param name="Owner">The owner.</param>
/// <param name="WithOwner">The record with another owner.</param>
/// <param name="Key">The key under the owner; empty when an owner has at most one such record.</param>
public sealed record Ownership<T>(Func<T, Ref?> Owner, Func<T, Ref, T> WithOwner, Func<T, string> Key)
    where T : class, IEntity;
