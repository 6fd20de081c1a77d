using System.Globalization;

namespace ErpSync;

/// <summary>One step of the file's history: the statements that lead from the version before to this one.</summary>
internal sealed record SchemaStep(int Version, string Sql)
{
    /// <summary>All steps that this version of the package knows, in order. A step that was released is never changed.</summary>
    public static IReadOnlyList<SchemaStep> All { get; } = [Load(1), Load(2), Load(3), Load(4)];

    private static SchemaStep Load(int version)
    {
        var name = version.ToString(CultureInfo.InvariantCulture);
        using var stream = typeof(SchemaStep).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"Schema step {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return new SchemaStep(version, reader.ReadToEnd());
    }
}
