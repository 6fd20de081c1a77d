using Microsoft.AspNetCore.Http;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>Reads parameters as PHP does: only form encodings of the body are understood.</summary>
internal static class CallReader
{
    public static async Task<Call> ReadAsync(HttpRequest request)
    {
        var query = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.LastOrDefault() ?? "", StringComparer.Ordinal);
        var form = new Dictionary<string, string>(StringComparer.Ordinal);
        var files = new List<UploadedFile>();
        if (HttpMethods.IsPost(request.Method) && request.HasFormContentType)
        {
            var body = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            foreach (var (name, value) in body)
                form[name] = value.LastOrDefault() ?? "";
            foreach (var file in body.Files)
            {
                using var memory = new MemoryStream();
                await file.CopyToAsync(memory, request.HttpContext.RequestAborted);
                files.Add(new UploadedFile(file.Name, file.FileName, file.ContentType, memory.ToArray()));
            }
        }

        return new Call(request.Method, query, form, files);
    }
}
