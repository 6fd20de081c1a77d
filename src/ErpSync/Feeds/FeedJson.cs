using System.Text.Json.Serialization;

namespace ErpSync.Feeds;

/// <summary>How feeds are written in the store.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(FeedState))]
[JsonSerializable(typeof(FeedRun))]
[JsonSerializable(typeof(LiveMark))]
internal sealed partial class FeedJson : JsonSerializerContext;
