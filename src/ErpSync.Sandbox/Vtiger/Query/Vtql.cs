namespace ErpSync.Sandbox.Vtiger;

/// <summary>A parsed query.</summary>
internal sealed record Vtql(IReadOnlyList<string> Columns, string Module, IReadOnlyList<VtqlCondition> Conditions, IReadOnlyList<string> OrderBy, bool IsDescending, int? Offset, int? Count)
{
    public bool IsStar => Columns is ["*"];

    public bool IsCount => Columns is ["count(*)"];
}

/// <summary>One comparison; <c>IsOr</c> tells how it is tied to the one before.</summary>
internal sealed record VtqlCondition(string Field, string Operator, IReadOnlyList<VtqlValue> Values, bool IsOr);

/// <summary>A value of a query: quoted or not.</summary>
internal sealed record VtqlValue(string Text, bool IsQuoted);
