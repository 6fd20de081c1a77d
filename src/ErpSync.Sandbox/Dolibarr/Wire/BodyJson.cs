using System.Text.Json.Serialization;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The generated JSON metadata of bodies.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class BodyJson : JsonSerializerContext;
