using System.Text.Json;

namespace ErpSync.Vtiger;

/// <summary>The records of a customer: an account with the contact that is its person, a contact alone, or a lead.</summary>
/// <param name="Account">The account's row; undefined when there is none.</param>
/// <param name="Person">The contact's row; undefined when there is none.</param>
/// <param name="Lead">The lead's row; undefined when it is none.</param>
internal sealed record CustomerRow(JsonElement Account, JsonElement Person, JsonElement Lead = default)
{
    public bool HasPerson => Person.ValueKind == JsonValueKind.Object;

    public string? PersonId => Person.Text("id");

    /// <summary>True for a customer without an account.</summary>
    public bool IsAlone => Account.ValueKind != JsonValueKind.Object;

    /// <summary>The row whose id is the customer's.</summary>
    public JsonElement Main => !IsAlone ? Account : HasPerson ? Person : Lead;

    /// <summary>A row of a module, without what belongs to it.</summary>
    public static CustomerRow Of(string module, JsonElement row, JsonElement person = default) => module switch
    {
        Modules.Leads => new CustomerRow(default, default, row),
        Modules.Contacts => new CustomerRow(default, row),
        _ => new CustomerRow(row, person),
    };
}
