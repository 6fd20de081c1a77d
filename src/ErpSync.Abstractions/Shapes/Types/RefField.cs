using System.Text.Json;

namespace ErpSync;

/// <summary>A pointer to one record, or none.</summary>
public sealed class RefField : FieldType<Ref?>
{
    /// <summary>The one instance.</summary>
    public static RefField Instance { get; } = new();

    /// <inheritdoc/>
    public override bool AreEqual(Ref? one, Ref? other) => one == other;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json, Ref? value)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (value is { } pointer)
            json.WriteStringValue(pointer.ToString());
        else
            json.WriteNullValue();
    }

    /// <inheritdoc/>
    public override Ref? Read(JsonElement json) => json.ValueKind == JsonValueKind.Null ? null : Ref.Parse(json.GetString() ?? "");

    /// <inheritdoc/>
    public override Ref? Translate(Ref? value, IRefTranslator translator)
    {
        ArgumentNullException.ThrowIfNull(translator);
        return value is { } pointer ? translator.Translate(pointer) : null;
    }

    /// <inheritdoc/>
    public override string Display(Ref? value) => value is { } pointer ? $"{pointer.Kind.Name} {pointer.Id.Value}{(pointer.IsForeign ? " (not linked)" : "")}" : "";

    /// <inheritdoc/>
    public override bool TryLocalise(Ref? value, out Ref? localised)
    {
        localised = value;
        return value is not { IsForeign: true };
    }

    /// <inheritdoc/>
    public override IEnumerable<Ref> Refs(Ref? value) => value is { } pointer ? [pointer] : [];
}
