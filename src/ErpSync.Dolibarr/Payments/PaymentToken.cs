namespace ErpSync.Dolibarr;

/// <summary>
/// The external reference of a payment: the token and, behind a tilde that no token has, the invoice. The list of payments (23 and later) does not tell the invoice, so that it could not
/// be found from the token alone.
/// </summary>
internal static class PaymentToken
{
    private const char Separator = '~';

    public static string Of(string token, long invoice) => $"{token}{Separator}{JsonValues.Invariant(invoice)}";

    /// <summary>The token and invoice of a reference; null when it was not made here.</summary>
    public static (string Token, long? Invoice)? Parse(string? reference)
    {
        if (reference is not { Length: > 0 })
            return null;
        var at = reference.LastIndexOf(Separator);
        return at < 0 ? (reference, null) : (reference[..at], Numbers.Of(new RemoteId(reference[(at + 1)..])));
    }
}
