using ErpSync.Testing;

namespace ErpSync.PrestaShop.Tests;

/// <summary>Recorded exchanges by version and name, sent through the connector.</summary>
internal static class Recorded
{
    public static IEnumerable<string> Versions => RecordingFolder.Of("prestashop").Select(folder => Path.GetFileName(folder)["prestashop-".Length..]);

    public static IEnumerable<Recording> All(string version) => RecordingFolder.Read(RecordingFolder.Of("prestashop").Single(folder => folder.EndsWith(version, StringComparison.Ordinal)));

    public static Recording One(string version, string name) => All(version).Single(recording => recording.File == name + ".json");

    public static async Task<WireOutcome> ReadAsync(Recording recording)
    {
        using var recordings = new PrestaShopRecordings();
        return await ReadAsync(recordings, recording);
    }

    public static async Task<WireOutcome> ReadAsync(PrestaShopRecordings recordings, Recording recording) => await recordings.ReadAsync(
        recording.Request.Method,
        recording.Request.PathAndQuery,
        recording.Response!.Status,
        recording.Response.Headers,
        recording.Response.Body,
        recording.Direction,
        CancellationToken.None);

    /// <summary>The rows of a recorded JSON list.</summary>
    public static async Task<List<WireRow>> RowsAsync(string version, string name)
    {
        var recording = One(version, name);
        using var body = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(recording.Response!.Body!));
        var resource = recording.Request.Path.Split('/')[2];
        var origin = new ErpSync.Http.AnswerOrigin("shop", "GET", recording.Request.Path, isWrite: false);
        var items = await ErpSync.Http.JsonArrayReader.ReadAsync(body, ErpSync.Http.JsonPlace.At(ResourceNames.List(resource)), WireJson.Parser, origin, CancellationToken.None).ToListAsync();
        items.Where(item => item.Problem is not null).Should().BeEmpty();
        return [.. items.Select(item => item.Value!)];
    }
}
