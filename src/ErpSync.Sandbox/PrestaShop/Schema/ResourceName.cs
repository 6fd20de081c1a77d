namespace ErpSync.Sandbox.PrestaShop;

/// <summary>One resource name with the description that the root answer shows.</summary>
/// <param name="Name">The name.</param>
/// <param name="Description">The description.</param>
/// <param name="From">The first generation that has it.</param>
/// <param name="Until">The last generation that has it.</param>
internal sealed record ResourceName(string Name, string Description, Edition From = Edition.V17, Edition Until = Edition.V9)
{
    public bool HasSchema { get; init; } = true;

    /// <summary>Methods that the webservice never allows here (405, code 101).</summary>
    public string[] Forbidden => Name switch
    {
        "stock_availables" => ["POST", "DELETE"],
        "stocks" => ["PUT", "POST", "PATCH", "DELETE"],
        _ => [],
    };
}
