using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>A warehouse.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Reference">Its short name.</param>
/// <param name="IsOpen">False when it is closed: nothing may be booked there.</param>
internal sealed record Warehouse(long Id, string Reference, bool IsOpen)
{
    public bool IsNamed(string name) =>
        string.Equals(name, Reference, StringComparison.OrdinalIgnoreCase) || string.Equals(name, JsonValues.Invariant(Id), StringComparison.Ordinal);

    public static Warehouse? Read(JsonElement row) => row.Whole("id") is { } id
        ? new Warehouse(id, row.Text("ref") ?? row.Text("label") ?? "", (row.Text("statut") ?? row.Text("status")) is not "0")
        : null;
}
