using System.Text.Json;

namespace ErpSync.Vtiger;

/// <summary>An account with the contact that is its person.</summary>
/// <param name="Account">The account's row.</param>
/// <param name="Person">The contact's row; undefined when there is none.</param>
internal sealed record CustomerRow(JsonElement Account, JsonElement Person)
{
    public bool HasPerson => Person.ValueKind == JsonValueKind.Object;

    public string? PersonId => Person.Text("id");
}
