using System.Text.Json;

namespace ErpSync;

/// <summary>A pointer to one record, or none.</summary>
/// <param name="optional">True when the record can do without the pointer: without a counterpart it is neither compared nor sent, and stays where it is.</param>
public sealed class RefField(bool optional) : FieldType<Ref?>
{
    /// <summary>A pointer that cannot be done without: what it points to must be linked first.</summary>
    public RefField()
        : this(optional: false)
    {
    }

    /// <summary>A pointer that cannot be done without: what it points to must be linked first.</summary>
    public static RefField Instance { get; } = new();

    /// <summary>A pointer that is left out while it has no counterpart.</summary>
    public static RefField Optional { get; } = new(optional: true);

    /// <inheritdoc/>
    public override bool AreEqual(Ref? one, Ref? other) => optional ? Local(one) == Local(other) : one == other;

    /// <inheritdoc/>
    public override Ref? Overlay(Ref? target, Ref? source) => optional && (source is { IsForeign: true } || (source is null && target is { IsForeign: true })) ? target : source;

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
        localised = optional ? Local(value) : value;
        return localised is not { IsForeign: true };
    }

    /// <inheritdoc/>
    public override IEnumerable<Ref> Refs(Ref? value) => value is { } pointer ? [pointer] : [];

    private static Ref? Local(Ref? pointer) => pointer is { IsForeign: true } ? null : pointer;
}
