namespace ErpSync;

/// <summary>The screens of a system whose addresses are a path with the record's id in it.</summary>
/// <param name="root">The address of the installation.</param>
/// <param name="screens">The address of the screens, ending with a slash; null when it is not known.</param>
/// <param name="pages">The path behind it by kind, with <c>{id}</c> where the id goes.</param>
/// <param name="idOf">Takes the part of an id that screens use; null for all of it.</param>
public sealed class BackOffice(Uri root, Uri? screens, IReadOnlyDictionary<EntityKind, string> pages, Func<RemoteId, string>? idOf = null) : IBackOffice
{
    /// <inheritdoc/>
    public Uri Root => root;

    /// <inheritdoc/>
    public Uri? AddressOf(EntityKind kind, RemoteId id) => screens is not null && pages.TryGetValue(kind, out var page)
        ? new Uri(screens, page.Replace("{id}", Uri.EscapeDataString(idOf?.Invoke(id) ?? id.Value), StringComparison.Ordinal))
        : null;
}
