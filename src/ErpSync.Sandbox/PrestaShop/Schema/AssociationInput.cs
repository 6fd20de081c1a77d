namespace ErpSync.Sandbox.PrestaShop;

/// <summary>What happens to an association that is sent in a write.</summary>
internal enum AssociationInput
{
    /// <summary>Accepted without effect.</summary>
    Ignored,

    /// <summary>Replaces the stored list.</summary>
    Stored,

    /// <summary>Would have an effect that the stand-in does not simulate.</summary>
    NotSimulated,
}
