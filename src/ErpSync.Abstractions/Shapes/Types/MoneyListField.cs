using System.Text.Json;

namespace ErpSync;

/// <summary>Amounts in an order that counts.</summary>
internal sealed class MoneyListField : ListField<Money>
{
    public static MoneyListField Instance { get; } = new();

    protected override bool OrderCounts => true;

    protected override string Key(Money item) => item.ToString();

    protected override void WriteItem(Utf8JsonWriter json, Money item) => json.WriteStringValue(item.ToString());

    protected override Money ReadItem(JsonElement json) => Money.Parse(json.GetString() ?? "");
}
