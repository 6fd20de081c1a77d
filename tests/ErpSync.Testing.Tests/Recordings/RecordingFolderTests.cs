namespace ErpSync.Testing.Tests.Recordings;

public sealed class RecordingFolderTests
{
    [RecordingsFact]
    public void Every_recorded_exchange_has_a_request_and_most_have_a_response()
    {
        var recordings = RecordingFolder.Read(RecordingFolder.Find()!).ToArray();

        recordings.Should().NotBeEmpty().And.OnlyContain(recording => recording.Request.PathAndQuery.Length > 0 && recording.Request.Method.Length > 0);
        recordings.Count(recording => recording.Response is not null).Should().BeGreaterThan(recordings.Length / 2);
    }

    [Fact]
    public void A_file_that_is_no_exchange_is_passed_over()
    {
        var folder = Directory.CreateTempSubdirectory("erpsync-recordings");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "note.json"), "[1]");
            File.WriteAllText(Path.Combine(folder.FullName, "good.json"), """{"title":"t","request":{"method":"get","path":"/a?b=1"},"response":{"status":200,"body":{"x":1}}}""");

            var recording = RecordingFolder.Read(folder.FullName).Should().ContainSingle().Subject;

            recording.Should().BeEquivalentTo(new { Name = "good", Title = "t", Request = new { Method = "GET", Path = "/a", Query = "b=1" }, Response = new { Status = 200, Body = """{"x":1}""" } });
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
