namespace ErpSync.Sandbox.PrestaShop;

/// <summary>The generations of the webservice that answer differently.</summary>
internal enum Edition
{
    /// <summary>1.7: no PATCH, single JSON items keep their zero values.</summary>
    V17,

    /// <summary>8.x: PATCH; every JSON scalar is text.</summary>
    V8,

    /// <summary>9.x: integer columns are JSON numbers; meta_keywords is gone.</summary>
    V9,
}
