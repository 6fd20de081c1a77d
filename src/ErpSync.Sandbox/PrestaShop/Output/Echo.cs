namespace ErpSync.Sandbox.PrestaShop;

/// <summary>What the answer to a write shows in place of the stored values: the input as it was sent, and nothing for what a POST or PUT left out.</summary>
internal sealed class Echo(int slots, bool complete, bool isNew)
{
    private readonly object?[] _given = new object?[slots];

    /// <summary>Marks a field that was left out.</summary>
    public static object Unset { get; } = new();

    /// <summary>True for POST and PUT, whose answers show nothing of the stored row but what the class filled in.</summary>
    public bool Complete { get; } = complete;

    /// <summary>True for POST: numbers that the class filled in are numbers then, in every edition.</summary>
    public bool IsNew { get; } = isNew;

    /// <summary>The input of a field: text, texts per language, <see cref="Unset"/>, or null to show the stored value.</summary>
    public object? this[Field field]
    {
        get => _given[field.Slot];
        set => _given[field.Slot] = value;
    }
}
