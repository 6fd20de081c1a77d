using System.Globalization;
using ErpSync.Texts;

namespace ErpSync.Explaining;

/// <summary>Collects facts and puts them into words.</summary>
internal sealed class FactWriter(SyncTexts texts)
{
    private readonly List<ExplanationFact> _facts = [];

    public IReadOnlyList<ExplanationFact> Facts => _facts;

    public SyncTexts Texts => texts;

    /// <summary>Adds a fact; its sentence is the text of its code with the values.</summary>
    public void Add(ExplanationFact fact, params ReadOnlySpan<(string Name, string Value)> values) => _facts.Add(fact with { Text = texts.Say(fact.Code, null, values) });

    public void AddRange(IEnumerable<ExplanationFact> facts) => _facts.AddRange(facts);

    /// <summary>An instant for people: to the minute, UTC.</summary>
    public static string When(DateTimeOffset instant) => instant.ToUniversalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
