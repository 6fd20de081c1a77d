using ErpSync.Reading;

namespace ErpSync.Tests.Reading;

public sealed class PackedTextsTests
{
    private static readonly string[] Texts = ["", "12", "product:12 ", "Tasse en grès", "кружка", "☕🍵", "\uD800 alone", "\0", new('x', 70_000), new('я', 70_000), "ÿ", "Ā"];

    [Fact]
    public void A_text_comes_out_as_it_went_in()
    {
        var packed = new PackedTexts(new Scratch());
        var numbers = Texts.Select(packed.Add).ToList();
        numbers.Select(packed.Read).Should().Equal(Texts);
        packed.Read(packed.Add(null)).Should().BeNull();
    }

    [Fact]
    public void Texts_are_found_by_their_text_and_by_no_other()
    {
        var packed = new PackedTexts(new Scratch());
        var numbers = Texts.Select(packed.Add).ToList();
        for (var i = 0; i < Texts.Length; i++)
        {
            packed.Hash(numbers[i]).Should().Be(PackedTexts.Hash(Texts[i]));
            Texts.Select(text => packed.Is(numbers[i], text)).Should().Equal(Texts.Select(text => text == Texts[i]));
        }
    }

    [Fact]
    public void Many_texts_fill_many_blocks()
    {
        var packed = new PackedTexts(new Scratch());
        var texts = Enumerable.Range(0, 20_000).Select(i => new string((char)('a' + (i % 26)), i % 40) + i).ToList();
        var numbers = texts.Select(packed.Add).ToList();
        numbers.Select(packed.Read).Should().Equal(texts);
    }

    [Fact]
    public void An_index_gives_the_rows_of_a_text_in_order()
    {
        var packed = new PackedTexts(new Scratch());
        var index = new TextIndex(packed, new Scratch());
        for (var row = 0; row < 5000; row++)
            index.Add(packed.Add($"key {row % 1000}"), row);
        index.Find("key 17").Rows().Should().Equal(17, 1017, 2017, 3017, 4017);
        index.Find("key 1000").IsEmpty.Should().BeTrue();
        index.Groups().Select(group => packed.Read(group.Text)).Should().Equal(Enumerable.Range(0, 1000).Select(i => $"key {i}"));
    }
}
