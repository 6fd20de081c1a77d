using System.Text.Json;

namespace ErpSync.Http;

/// <summary>Makes one item of a list. Whatever it throws becomes that item's problem; the list goes on.</summary>
/// <typeparam name="T">What an item becomes.</typeparam>
/// <param name="item">Stands on the item's first token and ends with the item. <c>JsonSerializer.Deserialize(ref item, typeInfo)</c> and <c>JsonElement.ParseValue(ref item)</c> fit.</param>
/// <returns>The item.</returns>
public delegate T JsonItemParser<out T>(ref Utf8JsonReader item);
