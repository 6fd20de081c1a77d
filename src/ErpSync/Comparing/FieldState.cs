namespace ErpSync.Comparing;

/// <summary>What is known of one field of two records.</summary>
/// <param name="Equal">Both hold the same under the comparer and the systems' declared normalisations.</param>
/// <param name="HasBase">They agreed on the field before.</param>
/// <param name="ChangedFirst">The first side's value is not the one they agreed on.</param>
/// <param name="ChangedSecond">The second side's value is not the one they agreed on.</param>
internal readonly record struct FieldState(bool Equal, bool HasBase, bool ChangedFirst, bool ChangedSecond)
{
    /// <summary>Nothing to do: equal, or both still hold what they agreed on.</summary>
    public bool IsSettled => Equal || (HasBase && !ChangedFirst && !ChangedSecond);
}
