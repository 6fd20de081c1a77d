namespace ErpSync.Recipes;

/// <summary>What can be wrong with the options before any system was asked.</summary>
internal static class OptionRules
{
    public static void Check(OrderToCashOptions options, string pair, ICollection<string> errors)
    {
        if (options.OrdersFrom is null && options.OrdersAfter is null && !options.WholeHistory)
            errors.Add($"Pair '{pair}': say from when orders are taken over: OrdersFrom (a day), OrdersAfter (the last id left out) or WholeHistory.");
        if (options.WholeHistory && (options.OrdersFrom is not null || options.OrdersAfter is not null))
            errors.Add($"Pair '{pair}': WholeHistory contradicts OrdersFrom and OrdersAfter.");
        if (options.CustomersFrom > options.CustomersTo)
            errors.Add($"Pair '{pair}': CustomersFrom is after CustomersTo.");
        if (!options.Invoices && (options.Payments || options.CreditNotes))
            errors.Add($"Pair '{pair}': payments and credit notes are booked on invoices: switch Invoices on, or Payments and CreditNotes off.");
        if (options.PaymentsBack && !options.Payments)
            errors.Add($"Pair '{pair}': PaymentsBack needs Payments.");
        if (options.MailPayments && !options.PaymentsBack)
            errors.Add($"Pair '{pair}': MailPayments needs PaymentsBack.");
        Within(options.InvoiceStatuses, options.OrderStatuses, nameof(OrderToCashOptions.InvoiceStatuses), nameof(OrderToCashOptions.OrderStatuses), pair, errors);
        Within(options.PaymentStatuses, options.OrderStatuses, nameof(OrderToCashOptions.PaymentStatuses), nameof(OrderToCashOptions.OrderStatuses), pair, errors);
        Within(options.PaymentStatuses, options.InvoiceStatuses ?? options.OrderStatuses, nameof(OrderToCashOptions.PaymentStatuses), nameof(OrderToCashOptions.InvoiceStatuses), pair, errors);
        foreach (var twice in options.StatusRules.GroupBy(rule => rule.Status, StringComparer.Ordinal).Where(group => group.Count() > 1))
            errors.Add($"Pair '{pair}': StatusRules has {twice.Count()} rules for the status '{twice.Key}'.");
        if (!options.StatusBack && (options.StatusesBack.Count > 0 || options.MailStatus))
            errors.Add($"Pair '{pair}': StatusesBack and MailStatus need StatusBack.");
        foreach (var twice in options.Services.All().GroupBy(service => service.Reference, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            errors.Add($"Pair '{pair}': the service '{twice.Key}' is named twice.");
    }

    /// <summary>Each id of a set must be in another one; a set that is not given is checked when the shop's statuses are known.</summary>
    private static void Within(IEnumerable<string>? set, IEnumerable<string>? other, string name, string otherName, string pair, ICollection<string> errors)
    {
        var missing = set is null || other is null ? [] : set.Except(other, StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
            errors.Add($"Pair '{pair}': {name} has the status {string.Join(", ", missing.Select(id => $"'{id}'"))}, which {(missing.Count == 1 ? "is" : "are")} not in {otherName}.");
    }
}
