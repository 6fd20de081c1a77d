using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Vtiger;

/// <summary>Documents: links are made and attached to records; the bytes of files are fetched where PHP does not kill <c>files_retrieve</c>.</summary>
internal sealed class DocumentKind(VtigerSession session) : WritingKind<CrmDocument>(session, Modules.Documents)
{
    public override KindProfile<CrmDocument> Profile => new() { Normalise = Normalise, DateTrust = DateTrust.Full, WriteTimeout = Session.Options.AttemptTimeout };

    public static Remote<CrmDocument> Read(RowReader row, string? filling = null) => new(row.Id, new CrmDocument
    {
        Title = row.Text("notes_title") is { } title && title != filling ? title : null,
        FileName = row.Text("filename"),
        IsLink = row.Text("filelocationtype") == "E",
        MediaType = row.Text("filetype"),
        Size = row.Decimal("filesize") is { } size and > 0 ? (long)size : null,
        Note = row.Text("notecontent"),
    })
    {
        ModifiedAt = row.ModifiedAt,
        Label = row.Text("notes_title"),
    };

    protected override IEnumerable<string> Columns(string module) => ["id", "modifiedtime", "notes_title", "filename", "filelocationtype", "filetype", "filesize", "notecontent"];

    protected override Task<IReadOnlyList<ReadResult<CrmDocument>>> MapAsync(VtigerRun run, string module, IReadOnlyList<JsonElement> rows, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ReadResult<CrmDocument>>>([.. rows.Select(row => Map(row, reader => WithContent(Read(reader, Session.Options.TextDefault))))]);

    protected override JsonObject Body(VtigerRun run, string module, CrmDocument value, IReadOnlySet<string>? fields)
    {
        var body = new JsonObject();
        bool Is(string name) => fields?.Contains(name) != false;
        if (fields is null && !value.IsLink)
            throw new ConnectorException(new SyncProblem(ProblemKind.Unsupported, VtigerCodes.Rejected, "Files are not uploaded; make a link to the file instead.") { Field = nameof(CrmDocument.IsLink) });
        if (Is(nameof(CrmDocument.Title)))
            Put(body, "notes_title", Texts.Trimmed(value.Title) ?? Session.Options.TextDefault);
        if (Is(nameof(CrmDocument.FileName)) && value.IsLink)
            Put(body, "filename", Texts.Trimmed(value.FileName));
        if (Is(nameof(CrmDocument.Note)))
            Put(body, "notecontent", Texts.Trimmed(value.Note));
        if (fields is null)
        {
            body["filelocationtype"] = "E";
            body["filestatus"] = "1";
        }

        return body;
    }

    protected override async Task PrepareAsync(VtigerRun run, string module, JsonObject body, Creation<CrmDocument> creation, CancellationToken cancellationToken)
    {
        var folders = await Session.Client.QueryAsync(Vtql.Select("DocumentFolders", ["*"]), cancellationToken, Http.RequestPurpose.Reference);
        if (folders.Count > 0)
            body["folderid"] = folders[0].Text("id");
    }

    protected override async Task<WriteResult<CrmDocument>> CreateOneAsync(Creation<CrmDocument> creation, CancellationToken cancellationToken)
    {
        var result = await base.CreateOneAsync(creation, cancellationToken);
        if (result is WriteResult<CrmDocument>.Written written && creation.Value.AttachTo is { } record)
            await Session.Client.CallAsync(VtigerCall.Post("add_related", ("sourceRecordId", record.Id.Value), ("relatedRecordId", written.Id.Value), ("relationIdLabel", "Documents")), cancellationToken);
        return result;
    }

    private Remote<CrmDocument> WithContent(Remote<CrmDocument> record) => record.Value.IsLink ? record : record with { Value = record.Value with { OpenAsync = token => OpenAsync(record.Id, token) } };

    private async Task<byte[]> OpenAsync(RemoteId id, CancellationToken cancellationToken)
    {
        var row = await Session.Client.RetrieveAsync(id.Value, cancellationToken) ?? throw NotFound(id.Value, null);
        var attachment = row.Text("imageattachmentids")?.Split(',')[0].Trim() ?? throw new ConnectorException(new SyncProblem(ProblemKind.NotFound, VtigerCodes.NotFound, "The document has no file.") { EntityKind = CrmDocument.Kind, Id = id });
        var files = await Session.Client.CallAsync(VtigerCall.Get("files_retrieve", ("id", attachment)) with { MayBeDead = true }, cancellationToken);
        return files.Items().FirstOrDefault().Get("filecontents") is { ValueKind: JsonValueKind.String } content && content.TryGetBytesFromBase64(out var bytes)
            ? bytes
            : throw new ConnectorException(new SyncProblem(ProblemKind.Unreadable, VtigerCodes.Unreadable, "The file of the document cannot be read.") { EntityKind = CrmDocument.Kind, Id = id });
    }

    private static CrmDocument Normalise(CrmDocument value) => value with
    {
        Title = Texts.Stored(value.Title, Modules.Documents, "notes_title"),
        FileName = Texts.Stored(value.FileName, Modules.Documents, "filename"),
        Note = Texts.Stored(value.Note),
    };
}
