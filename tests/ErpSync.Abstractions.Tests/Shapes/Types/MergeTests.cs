using System.Diagnostics.CodeAnalysis;

namespace ErpSync.Abstractions.Tests.Shapes.Types;

public sealed class MergeTests
{
    private static readonly PlainHasher Hasher = new();

    [Fact]
    public void Edits_of_different_languages_merge() =>
        Merge(LocalizedTextField.Plain, Text("en=Mug fr=Tasse"), Text("en=Cup fr=Tasse"), Text("en=Mug fr=Bol de=Becher")).Should().BeEquivalentTo(Text("en=Cup fr=Bol de=Becher"));

    [Fact]
    public void The_same_edit_of_a_language_on_both_sides_merges() =>
        Merge(LocalizedTextField.Plain, Text("en=Mug"), Text("en=Cup"), Text("en=Cup")).Should().BeEquivalentTo(Text("en=Cup"));

    [Fact]
    public void Different_edits_of_a_language_contradict_each_other() => Merge(LocalizedTextField.Plain, Text("en=Mug"), Text("en=Cup"), Text("en=Bowl")).Should().BeNull();

    [Fact]
    public void An_edit_against_a_deletion_of_a_language_contradicts_it() => Merge(LocalizedTextField.Plain, Text("en=Mug"), Text("en=Cup"), Text("")).Should().BeNull();

    [Fact]
    public void A_language_deleted_on_one_side_is_deleted() => Merge(LocalizedTextField.Plain, Text("en=Mug fr=Tasse"), Text("en=Mug fr=Tasse"), Text("en=Mug"))!["fr"].Should().BeNullOrEmpty();

    [Fact]
    public void Edits_of_different_keys_merge_and_of_the_same_key_do_not()
    {
        Merge(TextMapField.Instance, Map("a=1 b=1"), Map("a=2 b=1"), Map("a=1 b=2 c=3")).Should().BeEquivalentTo(Map("a=2 b=2 c=3"));
        Merge(TextMapField.Instance, Map("a=1"), Map("a=2"), Map("a=3")).Should().BeNull();
    }

    [Fact]
    public void Keys_with_blanks_and_equals_signs_are_remembered()
    {
        var agreed = TextMap.From([new("a =%", "1"), new("b", "1")]);

        Merge(TextMapField.Instance, agreed, agreed.Overlay(Map("b=2")), agreed.Overlay(TextMap.From([new("a =%", "2")])))
            .Should().BeEquivalentTo(TextMap.From([new("a =%", "2"), new("b", "2")]));
    }

    [Fact]
    public void Additions_and_removals_of_both_sides_are_united() => Merge(RefSetField.Instance, Set("1 2 3"), Set("1 3 4"), Set("1 2 5")).Should().BeEquivalentTo(Set("1 4 5"));

    [Fact]
    public void What_both_sides_removed_stays_removed() => Merge(RefSetField.Instance, Set("1 2"), Set("1"), Set("1")).Should().BeEquivalentTo(Set("1"));

    [Fact]
    public void Quantities_merge_by_the_sum_of_both_changes() => Merge<decimal?>(DecimalField.Quantity, 10, 8, 15).Should().Be(13);

    [Fact]
    public void Each_side_is_measured_by_its_own_memory()
    {
        DecimalField.Quantity.TryMerge(8, "10", 110, "100", Hasher, out var merged).Should().BeTrue();

        merged.Should().Be(18);
    }

    [Fact]
    public void Numbers_that_are_no_quantities_keep_no_memory() => DecimalField.Instance.MergeBase(10, Hasher).Should().BeNull();

    [Fact]
    public void Plain_texts_do_not_merge()
    {
        TextField.Instance.Merge.Should().Be(MergeStyle.None);
        TextField.Instance.TryMerge("a", "", "b", "", Hasher, out _).Should().BeFalse();
    }

    private static TValue? Merge<TValue>(FieldType<TValue> type, TValue agreed, TValue one, TValue other)
    {
        var memory = type.MergeBase(agreed, Hasher)!;
        return type.TryMerge(one, memory, other, memory, Hasher, out var merged) ? merged : default;
    }

    private static LocalizedText Text(string texts) => LocalizedText.From(Pairs(texts));

    private static TextMap Map(string texts) => TextMap.From(Pairs(texts));

    private static RefSet Set(string ids) => RefSet.From(ids.Split(' ').Select(id => new Ref(EntityKind.Category, new RemoteId(id))));

    private static IEnumerable<KeyValuePair<string, string>> Pairs(string texts) =>
        texts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => text.Split('=')).Select(parts => KeyValuePair.Create(parts[0], parts[1]));

    [SuppressMessage("Performance", "CA1822", Justification = "Implements the interface.")]
    private sealed class PlainHasher : IElementHasher
    {
        public string Hash(string text) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..16];
    }
}
