using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ErpSync.Recipes;

/// <summary>A recipe's options as text, by which a change is noticed. Intervals change no record and are left out.</summary>
[JsonSourceGenerationOptions(IncludeFields = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(OrderToCashOptions))]
[JsonSerializable(typeof(CyberOfficeOptions))]
[JsonSerializable(typeof(WpShopOptions))]
[JsonSerializable(typeof(ConnectOptions))]
[JsonSerializable(typeof(VtigerConnectorOptions))]
internal sealed partial class RecipeJson : JsonSerializerContext
{
    public static void Watch<T>(FeedSetBuilder feeds, T options, JsonTypeInfo<T> type, bool isOn)
    {
        if (isOn)
            feeds.PlanAfterChange(JsonSerializer.Serialize(options, type));
    }
}
