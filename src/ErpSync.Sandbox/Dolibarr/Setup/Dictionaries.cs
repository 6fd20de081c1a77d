namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Rows of the dictionaries that a shop's connector looks at: a part of a fresh install's.</summary>
internal static class Dictionaries
{
    public static readonly (int Id, string Code, string Label, string Iso, bool InUnion, string Numeric)[] Countries =
    [
        (34, "AD", "Andorra", "AND", false, "020"), (227, "AE", "United Arab Emirates", "ARE", false, "784"), (41, "AT", "Austria", "AUT", true, "040"),
        (2, "BE", "Belgium", "BEL", true, "056"), (14, "CA", "Canada", "CAN", false, "124"), (6, "CH", "Switzerland", "CHE", false, "756"),
        (5, "DE", "Germany", "DEU", true, "276"), (4, "ES", "Spain", "ESP", true, "724"), (1, "FR", "France", "FRA", true, "250"),
        (7, "GB", "United Kingdom", "GBR", false, "826"), (3, "IT", "Italy", "ITA", true, "380"), (17, "NL", "Netherlands", "NLD", true, "528"),
        (184, "PL", "Poland", "POL", true, "616"), (25, "PT", "Portugal", "PRT", true, "620"), (188, "RO", "Romania", "ROU", true, "642"),
        (11, "US", "United States", "USA", false, "840"),
    ];

    public static readonly (int Id, string Element, string Source, string Code, string Label)[] ContactTypes =
    [
        (22, "commande", "internal", "SALESREPFOLL", "Responsable suivi de la commande"), (23, "commande", "external", "BILLING", "Contact client facturation commande"),
        (24, "commande", "external", "CUSTOMER", "Contact client suivi commande"), (25, "commande", "external", "SHIPPING", "Contact client livraison commande"),
        (12, "facture", "internal", "SALESREPFOLL", "Responsable suivi du paiement"), (13, "facture", "external", "BILLING", "Contact client facturation"),
        (14, "facture", "external", "SHIPPING", "Contact client livraison"), (15, "facture", "external", "SERVICE", "Contact client prestation"),
        (8, "propal", "external", "BILLING", "Contact client facturation propale"),
    ];

    public static readonly (string Code, string Label, string? Signs)[] Currencies =
    [
        ("AED", "United Arab Emirates Dirham", null), ("AFN", "Afghanistan Afghani", "[1547]"), ("CAD", "Canada Dollar", "[36]"),
        ("CHF", "Switzerland Franc", "[67,72,70]"), ("EUR", "Euro Member Countries", "[8364]"), ("GBP", "United Kingdom Pound", "[163]"),
        ("PLN", "Poland Zloty", "[122,322]"), ("RON", "Romania New Leu", "[108,101,105]"), ("USD", "United States Dollar", "[36]"),
    ];

    public static readonly (int Id, string Code, string Label, string Short, string? Scale, string Type)[] Units =
    [
        (1, "T", "WeightUnitton", "T", "3", "weight"), (2, "KG", "WeightUnitkg", "kg", "0", "weight"), (3, "G", "WeightUnitg", "g", "-3", "weight"),
        (4, "MG", "WeightUnitmg", "mg", "-6", "weight"), (5, "OZ", "WeightUnitounce", "Oz", "98", "weight"), (6, "LB", "WeightUnitpound", "lb", "99", "weight"),
    ];
}
