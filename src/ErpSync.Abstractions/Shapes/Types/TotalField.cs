using System.Text.Json;

namespace ErpSync;

/// <summary>A total of a document; equal when it rounds to the same in the smallest unit of the currency, because systems keep different decimals.</summary>
public sealed class TotalField : FieldType<Money?>
{
    /// <summary>The one instance.</summary>
    public static TotalField Instance { get; } = new();

    /// <inheritdoc/>
    public override bool AreEqual(Money? one, Money? other) => Rounded(one) == Rounded(other);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json, Money? value) => MoneyField.Instance.Write(json, value);

    /// <inheritdoc/>
    public override Money? Read(JsonElement json) => MoneyField.Instance.Read(json);

    private static Money? Rounded(Money? value) => value is { } money ? money.Round(money.Currency.Decimals) : null;
}
