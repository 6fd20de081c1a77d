namespace ErpSync.Dolibarr.Tests;

/// <summary>
/// Documents with the totals that their source tells, worked out apart from this code. Columns: name; document; country and currency of the company; settings; currency with its rate; lines
/// (kind, quantity, net price, discount per cent, taxes); net; tax; what becomes of it: exactly these totals, these totals with a visible rounding line, this gross total with a net that Dolibarr
/// rounds by one unit to the other side, or a refusal before any write that names what to change. A <c>c</c> marks a tax on the tax before it, <c>?</c> a discount that tells no taxes.
/// </summary>
internal static class TotalsTable
{
    public const string Rows = """
        one line | order | FR/EUR |  | EUR | P:1:10.00:0:20 | 10.00 | 2.00 | exact
        many of one | order | FR/EUR |  | EUR | P:7:3.33:0:20 | 23.31 | 4.66 | exact
        three pieces of a price with five decimals | order | FR/EUR |  | EUR | P:3:12.34567:0:20 | 37.04 | 7.41 | rounding 0.01
        price made from a gross price | order | FR/EUR |  | EUR | P:1:8.29167:0:20 | 8.29 | 1.66 | exact
        shipping | order | FR/EUR |  | EUR | P:2:19.99:0:20 S:1:4.90:0:20 | 44.88 | 8.98 | exact
        two rates | order | FR/EUR |  | EUR | P:1:49.95:0:20 P:2:7.25:0:5.5 | 64.45 | 10.79 | exact
        four rates | order | FR/EUR |  | EUR | P:1:9.99:0:20 P:1:9.99:0:10 P:1:9.99:0:5.5 P:1:9.99:0:2.1 | 39.96 | 3.76 | exact
        free of tax | order | FR/EUR |  | EUR | P:4:25.50:0: S:1:9.00:0: | 111.00 | 0 | exact
        fraction of a piece | order | FR/EUR |  | EUR | P:0.375:12.80:0:5.5 | 4.80 | 0.26 | exact
        large | order | FR/EUR |  | EUR | P:250:1999.99:0:20 S:1:450:0:20 | 500447.50 | 100089.50 | exact
        fee | order | FR/EUR |  | EUR | P:1:30.00:0:20 F:1:1.50:0:20 | 31.50 | 6.30 | exact
        a free gift | order | FR/EUR |  | EUR | P:1:30.00:0:20 P:1:12.00:100:20 | 30.00 | 6.00 | exact
        discount per cent of a line | order | FR/EUR |  | EUR | P:3:19.90:10:20 | 53.73 | 10.75 | exact
        discount per cent with decimals | order | FR/EUR |  | EUR | P:1:80.00:12.5:20 P:1:33.33:33.33:10 | 92.22 | 16.22 | exact
        voucher of a sum | order | FR/EUR |  | EUR | P:2:50.00:0:20 D:1:-15.00:0:20 | 85.00 | 17.00 | exact
        voucher over two rates | order | FR/EUR |  | EUR | P:1:100.00:0:20 P:1:100.00:0:10 D:1:-20.00:0:? | 180.00 | 27.00 | exact
        voucher and discount of a line | order | FR/EUR |  | EUR | P:2:45.00:5:20 D:1:-10.00:0:20 | 75.50 | 15.10 | exact
        voucher that pays all goods | order | FR/EUR |  | EUR | P:1:20.00:0:20 D:1:-20.00:0:20 S:1:5.00:0:20 | 5.00 | 1.00 | exact
        wrapping | order | FR/EUR |  | EUR | P:1:29.90:0:20 W:1:3.50:0:20 | 33.40 | 6.68 | exact
        wrapping, shipping and voucher | order | FR/EUR |  | EUR | P:2:29.90:0:20 P:1:14.20:0:5.5 W:1:2.08:0:20 S:1:5.83:0:20 D:1:-4.17:0:20 | 77.74 | 13.50 | exact
        dollars | order | FR/EUR |  | USD@1.1 | P:2:25.00:0:20 S:1:7.50:0:20 | 57.50 | 11.50 | exact
        dollars at an odd rate | order | FR/EUR |  | USD@1.08437 | P:3:19.99:0:20 P:1:4.35:0:5.5 | 64.32 | 12.23 | exact
        dollars with a discount | order | FR/EUR |  | USD@1.25 | P:5:9.99:15:20 D:1:-3.00:0:20 | 39.46 | 7.89 | exact
        yen | order | FR/EUR |  | JPY@160.5 | P:2:1500:0:20 S:1:800:0:20 | 3800 | 760 | exact
        yen that do not come out even | order | FR/EUR |  | JPY@160.5 | P:1:1234:0:5.5 | 1234 | 68 | rounding 0.13
        yen with rules of their own | order | FR/EUR | MAIN_ROUNDING_RULE_TOT_JPY=1 MAIN_MAX_DECIMALS_TOT_JPY=0 MAIN_MAX_DECIMALS_UNIT_JPY=0 | JPY@160.5 | P:1:1234:0:5.5 S:1:801:0:20 | 2035 | 228 | exact
        dinars of three decimals at two | order | FR/EUR |  | KWD@0.335 | P:1:12.345:0:20 | 12.345 | 2.469 | refused MAIN_MAX_DECIMALS_TOT_KWD
        dinars of three decimals with rules of their own | order | FR/EUR | MAIN_ROUNDING_RULE_TOT_KWD=0.001 MAIN_MAX_DECIMALS_TOT_KWD=3 MAIN_MAX_DECIMALS_UNIT_KWD=5 | KWD@0.335 | P:1:12.345:0:20 S:1:1.250:0:20 | 13.595 | 2.719 | exact
        a currency that is not in use | order | FR/EUR |  | GBP@0.85 | P:1:10.00:0:20 | 10.00 | 2.00 | refused Multi-currency
        company in yen | order | FR/JPY | MAIN_MAX_DECIMALS_TOT=0 | JPY | P:3:1480:0:20 S:1:600:0:20 | 5040 | 1008 | exact
        company in yen with two decimals | order | FR/JPY |  | JPY | P:1:1234:0:5.5 | 1234 | 68 | rounding 0.13
        company in Tunisian dinars | order | FR/TND | MAIN_MAX_DECIMALS_TOT=3 | TND | P:2:15.125:0:20 S:1:7.000:0:20 | 37.250 | 7.450 | exact
        company in Tunisian dinars at two decimals | order | FR/TND |  | TND | P:1:15.125:0:20 | 15.125 | 3.025 | refused MAIN_MAX_DECIMALS_TOT
        two taxes of Quebec | order | CA/CAD |  | CAD | P:1:100.00:0:5+9.975 S:1:12.00:0:5+9.975 | 112.00 | 16.78 | exact
        two taxes on odd prices | order | CA/CAD |  | CAD | P:3:19.99:0:5+9.975 | 59.97 | 8.98 | exact
        compound tax | order | CA2/CAD |  | CAD | P:1:100.00:0:5+9.5c | 100.00 | 14.98 | exact
        two taxes with a discount | order | CA/CAD |  | CAD | P:2:49.50:20:5+9.975 D:1:-5.00:0:5+9.975 | 74.20 | 11.11 | exact
        recargo de equivalencia | order | ES/EUR |  | EUR | P:2:50.00:0:21+5.2 | 100.00 | 26.20 | refused 26.2
        recargo de equivalencia with a row that includes it | order | ES2/EUR |  | EUR | P:2:50.00:0:21+5.2 S:1:7.15:0:21+5.2 | 107.15 | 28.07 | exact
        two taxes that the country does not have | order | FR/EUR |  | EUR | P:1:100.00:0:5+9.975 | 100.00 | 14.98 | refused VAT
        a rate that the dictionary lacks | order | FR/EUR |  | EUR | P:1:100.00:0:19 | 100.00 | 19.00 | refused VAT
        invoice | invoice | FR/EUR |  | EUR | P:2:19.99:0:20 S:1:4.90:0:20 | 44.88 | 8.98 | exact
        invoice in dollars | invoice | FR/EUR |  | USD@1.1 | P:2:25.00:0:20 D:1:-5.00:0:20 | 45.00 | 9.00 | exact
        invoice with two taxes | invoice | CA/CAD |  | CAD | P:2:37.35:0:5+9.975 | 74.70 | 11.19 | exact
        deposit | deposit | FR/EUR |  | EUR | F:1:100.00:0:20 | 100.00 | 20.00 | exact
        credit note | credit-note | FR/EUR |  | EUR | P:1:19.99:0:20 | 19.99 | 4.00 | exact
        credit note with shipping and restocking fee | credit-note | FR/EUR |  | EUR | P:2:45.00:10:20 S:1:4.90:0:20 F:1:-5.00:0:20 | 80.90 | 16.18 | exact
        credit note in dollars | credit-note | FR/EUR |  | USD@1.1 | P:1:25.00:0:20 | 25.00 | 5.00 | exact
        credit note with two taxes | credit-note | CA/CAD |  | CAD | P:1:19.99:0:5+9.975 | 19.99 | 2.99 | exact
        credit note of three decimals at two | credit-note | FR/TND |  | TND | P:1:15.125:0:20 | 15.125 | 3.025 | refused MAIN_MAX_DECIMALS_TOT
        part of an invoice | payment 20.00 | FR/EUR |  | EUR | P:2:19.99:0:20 S:1:4.90:0:20 | 44.88 | 8.98 | exact
        part of an invoice with two taxes | payment 10.00 | CA/CAD |  | CAD | P:2:37.35:0:5+9.975 | 74.70 | 11.19 | exact
        tax that another rounding makes | order | FR/EUR |  | EUR | P:1:8.325:0:20 P:1:8.325:0:20 | 16.66 | 3.34 | rounding 0.02
        sum of gross prices | order | FR/EUR |  | EUR | P:1:9.99:0:20 P:1:9.99:0:20 P:1:9.99:0:20 | 29.97 | 5.99 | rounding -0.01
        sum of gross prices, rounding over the document | order | FR/EUR | MAIN_ROUNDOFTOTAL_NOT_TOTALOFROUND=1 | EUR | P:1:9.99:0:20 P:1:9.99:0:20 P:1:9.99:0:20 | 29.97 | 5.99 | exact
        steps of five cents | order | FR/EUR | MAIN_ROUNDING_RULE_TOT=0.05 | EUR | P:1:9.99:0:20 | 9.99 | 2.00 | refused MAIN_ROUNDING_RULE_TOT
        totals that do not add up | order | FR/EUR |  | EUR | P:1:10.00:0:20 | 15.00 | 3.00 | refused MAIN_MAX_DECIMALS_TOT
        reduction on two pieces, net rounded down and gross up | order | FR/EUR |  | EUR | P:2:5.02:33:20 | 6.72 | 1.36 | rounding 0.01
        reduction on two pieces, net rounded up and gross down | order | FR/EUR |  | EUR | P:2:5.02:15:10 | 8.54 | 0.84 | rounding -0.01
        reduction on a price of six decimals | order | FR/EUR |  | EUR | P:2:8.291667:10:20 | 14.92 | 3.00 | rounding 0.01
        reduction after which net and tax differ and the sum does not | order | FR/EUR |  | EUR | P:2:20.75:10:20 | 37.36 | 7.46 | gross
        reduction in dollars, net rounded down and gross up | order | FR/EUR |  | USD@1.08437 | P:2:5.02:33:20 | 6.72 | 1.36 | rounding 0.01
        invoice with a reduction, net rounded down and gross up | invoice | FR/EUR |  | EUR | P:2:5.02:33:20 | 6.72 | 1.36 | rounding 0.01
        credit note with a reduction, net rounded up and gross down | credit-note | FR/EUR |  | EUR | P:2:5.02:15:10 | 8.54 | 0.84 | rounding -0.01
        reduction on three pieces and shipping | order | FR/EUR |  | EUR | P:3:5.02:33:20 S:1:4.90:0:20 | 14.98 | 3.02 | rounding 0.01
        ten pieces, each rounded by the source | order | FR/EUR |  | EUR | P:10:8.291667:0:20 | 82.90 | 16.60 | refused let it round each line
        tax alone that differs by two units | order | FR/EUR |  | EUR | P:1:10.00:0:20 | 10.00 | 2.02 | refused MAIN_MAX_DECIMALS_TOT
        a cent without rounding lines | order | FR/EUR | RoundingLines=0 | EUR | P:1:9.99:0:20 P:1:9.99:0:20 P:1:9.99:0:20 | 29.97 | 5.99 | refused RoundingLines
        """;

    public static IEnumerable<string[]> All => Rows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split('|', StringSplitOptions.TrimEntries));

    public static TheoryData<string> Names => [.. All.Select(row => row[0])];
}
