using System.Text.Json;

namespace ErpSync.WooCommerce;

/// <summary>What became of one element of a batch: the row as it is stored, or why not.</summary>
internal readonly record struct BatchEntry(JsonElement? Row, SyncProblem? Problem);
