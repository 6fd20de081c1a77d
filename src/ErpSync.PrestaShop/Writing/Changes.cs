using System.Xml.Linq;

namespace ErpSync.PrestaShop;

/// <summary>Sends changed fields in the way that the version knows.</summary>
internal static class Changes
{
    /// <summary>Sends records with their id and the changed fields.</summary>
    public static Task SendAsync(PrestaShopClient client, bool canPatch, string resource, IReadOnlyList<XElement> records, CancellationToken cancellationToken) =>
        canPatch ? client.PatchAsync(resource, records, cancellationToken) : WholeRecords.PutAsync(client, resource, records, cancellationToken);
}
