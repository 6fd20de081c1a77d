namespace ErpSync.Sandbox.Dolibarr;

/// <summary>A parsed filter.</summary>
internal abstract record FilterNode;

/// <summary>All of them.</summary>
internal sealed record AllOf(IReadOnlyList<FilterNode> Parts) : FilterNode;

/// <summary>Any of them.</summary>
internal sealed record AnyOf(IReadOnlyList<FilterNode> Parts) : FilterNode;

/// <summary>One criterion: a column, an operator and its values.</summary>
/// <param name="Column">The column with its alias, for example <c>t.ref</c>.</param>
/// <param name="Operator">The operator in lower case.</param>
/// <param name="Values">The values: one, or several after in and notin.</param>
internal sealed record Criterion(string Column, string Operator, IReadOnlyList<FilterValue> Values) : FilterNode;

/// <summary>A value of a criterion.</summary>
/// <param name="Text">The text without quotes.</param>
/// <param name="IsNumber">True when it was written as a bare number.</param>
internal readonly record struct FilterValue(string Text, bool IsNumber)
{
    public decimal Number => Numbers.Leading(Text);
}
