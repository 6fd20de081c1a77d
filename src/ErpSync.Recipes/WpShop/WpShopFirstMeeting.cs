namespace ErpSync.Recipes;

/// <summary>Whose version stays where two records that meet for the first time differ.</summary>
public enum WpShopFirstMeeting
{
    /// <summary>Nobody's: the record is orange until a person chooses, per record or in bulk (<see cref="ISyncEngine.ResolveAsync"/>). The default.</summary>
    Ask,

    /// <summary>The shop's.</summary>
    Shop,

    /// <summary>The ERP's.</summary>
    Erp,
}
