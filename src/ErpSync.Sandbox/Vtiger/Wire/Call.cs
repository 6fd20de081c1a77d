namespace ErpSync.Sandbox.Vtiger;

/// <summary>A request: the parameters of its address and of its body, and the files that came along.</summary>
internal sealed record Call(string Method, IReadOnlyDictionary<string, string> Query, IReadOnlyDictionary<string, string> Form, IReadOnlyList<UploadedFile> Files)
{
    /// <summary>The operation, wherever it stands.</summary>
    public string Operation => Form.GetValueOrDefault("operation") ?? Query.GetValueOrDefault("operation") ?? "";

    /// <summary>The session, wherever it stands.</summary>
    public string Session => Form.GetValueOrDefault("sessionName") ?? Query.GetValueOrDefault("sessionName") ?? "";

    public string Format => Form.GetValueOrDefault("format") ?? Query.GetValueOrDefault("format") ?? "json";

    /// <summary>A form parameter beside those of the operation.</summary>
    public string Extra(string name) => Form.GetValueOrDefault(name) ?? Query.GetValueOrDefault(name) ?? "";

    /// <summary>A parameter of an operation that reads the address.</summary>
    public string Get(string name) => Query.GetValueOrDefault(name) ?? "";

    /// <summary>A parameter of an operation that reads the body.</summary>
    public string Post(string name) => Form.GetValueOrDefault(name) ?? "";
}

/// <summary>A file of a multipart body.</summary>
internal sealed record UploadedFile(string Part, string Name, string MediaType, byte[] Bytes);
