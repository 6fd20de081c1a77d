using System.Text.Json;

namespace ErpSync.Vtiger;

/// <summary>What <c>sync</c> told.</summary>
/// <param name="Updated">The rows that were created or changed; headers only.</param>
/// <param name="Deleted">The ids that were deleted; may name records that were created in the same time.</param>
internal sealed record SyncAnswer(IReadOnlyList<JsonElement> Updated, IReadOnlySet<string> Deleted);
