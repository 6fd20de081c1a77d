using ErpSync.Reading;

namespace ErpSync.Tests.Reading;

public sealed class ScratchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void More_blocks_than_fit_come_back_as_they_were_left()
    {
        using var scratch = new Scratch(4, _folder.Path);
        var blocks = Enumerable.Range(0, 100).Select(_ => scratch.Take()).ToList();
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < blocks.Count; i++)
                scratch.Write(blocks[i]).Fill((byte)(i + round));
            for (var i = blocks.Count - 1; i >= 0; i--)
                scratch.Read(blocks[i]).IndexOfAnyExcept((byte)(i + round)).Should().Be(-1);
        }

        scratch.Kept.Should().Be(4);
    }

    [Fact]
    public void A_block_that_was_given_back_comes_empty_again()
    {
        using var scratch = new Scratch(2, _folder.Path);
        var blocks = Enumerable.Range(0, 5).Select(_ => scratch.Take()).ToList();
        foreach (var block in blocks)
            scratch.Write(block).Fill(7);
        scratch.Return(blocks[0]);
        scratch.Return(blocks[4]);
        var again = new[] { scratch.Take(), scratch.Take() };
        again.Should().BeEquivalentTo([blocks[0], blocks[4]]);
        foreach (var block in again)
            scratch.Read(block).IndexOfAnyExcept((byte)0).Should().Be(-1);
        scratch.Read(blocks[2]).IndexOfAnyExcept((byte)7).Should().Be(-1);
    }

    [Fact]
    public void Nothing_is_left_in_the_folder_while_it_is_used_or_afterwards()
    {
        using (var scratch = new Scratch(1, _folder.Path))
        {
            scratch.Write(scratch.Take()).Fill(1);
            scratch.Take();
            if (!OperatingSystem.IsWindows())
                Directory.EnumerateFileSystemEntries(_folder.Path).Should().BeEmpty();
        }

        Directory.EnumerateFileSystemEntries(_folder.Path).Should().BeEmpty();
    }

    [Fact]
    public void Without_a_place_for_a_file_everything_stays_in_memory()
    {
        using var scratch = new Scratch(2, Path.Combine(_folder.Path, "missing"));
        var blocks = Enumerable.Range(0, 50).Select(_ => scratch.Take()).ToList();
        for (var i = 0; i < blocks.Count; i++)
            scratch.Write(blocks[i]).Fill((byte)i);
        for (var i = 0; i < blocks.Count; i++)
            scratch.Read(blocks[i]).IndexOfAnyExcept((byte)i).Should().Be(-1);
        scratch.Kept.Should().Be(50);
    }

    [Fact]
    public void Tables_larger_than_the_memory_hold_everything()
    {
        using var scratch = new Scratch(8, _folder.Path);
        var table = new CandidateTable(scratch);
        for (var i = 0; i < 20_000; i++)
            table[new RemoteId($"{i}")] = new Candidate(new RemoteId($"{i}"), [$"REF-{i / 2}", null], $"Label {i}");
        for (var i = 0; i < 20_000; i += 3)
            table.Remove(new RemoteId($"{i}")).Should().BeTrue();
        table.Count.Should().Be(13_333);
        var index = table.IndexByKey(0);
        index.Groups().Sum(group => group.Rows().Count()).Should().Be(13_333);
        index.Find("REF-5000").Rows().Select(row => table.At(row).Label).Should().Equal("Label 10000", "Label 10001");
        index.Find("REF-3").Rows().Select(row => table.At(row).Id.Value).Should().Equal("7");
        table.Values.Select(candidate => candidate.Id.Value).Should().Equal(Enumerable.Range(0, 20_000).Where(i => i % 3 != 0).Select(i => $"{i}"));
        scratch.Kept.Should().Be(8);
        table.Clear();
        table.Count.Should().Be(0);
        table.TryGetValue(new RemoteId("1"), out _).Should().BeFalse();
    }
}
