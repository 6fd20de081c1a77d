using System.Globalization;
using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>Files of documents and pictures of products.</summary>
internal sealed class FileOperations(VtigerState state)
{
    public JsonNode Retrieve(string id, VtigerUser user)
    {
        var number = Ids.Number(id);
        foreach (var record in state.Records.Values.Where(record => !record.IsDeleted && SchemaOperations.IsListed(user, record.Module)))
        {
            if (record.Files.Find(file => file.Number == number) is not { } file)
                continue;
            return new JsonArray(new JsonObject
            {
                ["fileid"] = file.Number.ToString(CultureInfo.InvariantCulture),
                ["filename"] = file.Name,
                ["filetype"] = file.MediaType,
                ["filesize"] = file.Bytes.Length,
                ["filecontents"] = Convert.ToBase64String(file.Bytes),
            });
        }

        throw VtigerProblem.Denied();
    }

    /// <summary>Keeps the files that came with a record.</summary>
    public static void Attach(VtigerState state, Module module, VtigerRecord record, IReadOnlyList<UploadedFile> files)
    {
        var part = module.Name == "Documents" ? "filename" : "imagename[]";
        foreach (var file in files.Where(file => file.Part == part || (module.Name != "Documents" && file.Part == "imagename")))
        {
            if (module.Name == "Documents")
            {
                if (record["filelocationtype"] != "I")
                    continue;
                record.Files.Clear();
                (record["filename"], record["filetype"]) = (file.Name, file.MediaType);
                record["filesize"] = file.Bytes.Length.ToString(CultureInfo.InvariantCulture);
            }
            else
            {
                if (module.Find("imagename") is null)
                    throw new NotSimulatedException($"files of {module.Name}");
                record["imagename"] = record["imagename"].Length > 0 ? record["imagename"] + ", " + file.Name : file.Name;
            }

            record.Files.Add(new StoredFile(state.NextNumber(), file.Name, file.MediaType, file.Bytes));
        }
    }
}
