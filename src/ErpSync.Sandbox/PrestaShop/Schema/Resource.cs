using System.Collections.Frozen;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>One resource of the webservice: its names, fields and associations.</summary>
internal sealed class Resource
{
    private readonly FrozenDictionary<string, Field> _byName;
    private readonly Field[][] _byEdition;

    public Resource(string name, string node, string className, string fields, params Association[] associations)
    {
        Name = name;
        Node = node;
        ClassName = className;
        Fields = FieldTable.Read(fields);
        Associations = associations;
        _byName = Fields.ToFrozenDictionary(field => field.Name);
        _byEdition = [.. Enum.GetValues<Edition>().Select(edition => Placed(edition).Where(field => field.From <= edition && edition <= field.Until).Select(field => field.In(edition)).ToArray())];
    }

    /// <summary>The name of the list, for example <c>products</c>.</summary>
    public string Name { get; }

    /// <summary>The name of one item, for example <c>product</c>.</summary>
    public string Node { get; }

    /// <summary>The class name that validation messages show, for example <c>Product</c>.</summary>
    public string ClassName { get; }

    /// <summary>The fields of every edition, in the order of the wire; <c>id</c> is not among them.</summary>
    public Field[] Fields { get; }

    /// <summary>The name of the list on the wire, where it is not the resource's.</summary>
    public string ListNode { get => field ?? Name; init; }

    public Association[] Associations { get; }

    public bool HasDates => _byName.ContainsKey("date_upd");

    /// <summary>Methods that change the resource and that the stand-in simulates.</summary>
    public string[] Writes { get; init; } = ["POST", "PUT", "PATCH", "DELETE"];

    public Field[] FieldsOf(Edition edition) => _byEdition[(int)edition];

    public Field? Find(string name) => _byName.GetValueOrDefault(name);

    public Field? Find(string name, Edition edition) =>
        _byName.TryGetValue(name, out var field) && field.From <= edition && edition <= field.Until ? field : null;

    private Field[] Placed(Edition edition)
    {
        if (edition == Edition.V9 || !Array.Exists(Fields, field => field.OldBefore is not null))
            return Fields;
        var placed = Fields.ToList();
        foreach (var field in Fields.Where(field => field.OldBefore is not null))
        {
            placed.Remove(field);
            placed.Insert(placed.FindIndex(other => other.Name == field.OldBefore), field);
        }

        return [.. placed];
    }

    public Field Field(string name) => _byName[name];

    public int Slot(string name) => _byName[name].Slot;
}
