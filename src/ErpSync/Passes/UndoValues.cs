using System.Text.Json;

namespace ErpSync.Passes;

/// <summary>Journalled values, as parts of records.</summary>
internal static class UndoValues
{
    /// <summary>The record with a field as the journal has it; null when the journalled value is no longer understood.</summary>
    public static T? With<T>(Field<T> field, T record, string json)
        where T : class, IEntity
    {
        using var document = JsonDocument.Parse(json);
        return With(field, record, document.RootElement);
    }

    /// <summary>The record with every field of the shape that a whole journalled record has.</summary>
    public static T WithAll<T>(Shape<T> shape, T record, string whole)
        where T : class, IEntity
    {
        using var document = JsonDocument.Parse(whole);
        foreach (var property in document.RootElement.EnumerateObject())
        {
            if (shape.Find(property.Name) is { } field && With(field, record, property.Value) is { } changed)
                record = changed;
        }

        return record;
    }

    /// <summary>The fields in which a record is not what a whole journalled record says.</summary>
    public static IReadOnlyList<string> Differences<T>(Shape<T> shape, T record, string whole)
        where T : class, IEntity
    {
        using var document = JsonDocument.Parse(whole);
        return [.. document.RootElement.EnumerateObject()
            .Where(property => shape.Find(property.Name) is { } field && (With(field, record, property.Value) is not { } then || !field.AreEqual(record, then)))
            .Select(property => property.Name)];
    }

    private static T? With<T>(Field<T> field, T record, JsonElement json)
        where T : class, IEntity
    {
        try
        {
            return field.Read(record, json);
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException or JsonException)
        {
            return null;
        }
    }
}
