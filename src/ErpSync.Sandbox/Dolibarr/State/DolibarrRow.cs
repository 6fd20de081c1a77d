namespace ErpSync.Sandbox;

/// <summary>A row of a simulated Dolibarr's database.</summary>
public abstract class DolibarrRow
{
    /// <summary>The row id; 0 until the row is added to a table, unless a test chose one.</summary>
    public int Id { get; set; }

    /// <summary>When the row was created, in UTC, whole seconds.</summary>
    public DateTimeOffset Created { get; set; }

    /// <summary>The column tms: when the row last changed, in UTC, whole seconds.</summary>
    public DateTimeOffset Modified { get; set; }

    /// <summary>True for a row that Dolibarr fails to load although the database holds it: lists count it (<c>pagination_data</c>) and leave it out without a word. False unless told.</summary>
    public bool FailsToLoad { get; set; }
}
