namespace ErpSync;

/// <summary>One tax on a net amount.</summary>
/// <param name="Percent">The rate in percent, for example 20 or 9.975.</param>
/// <param name="Compound">True when the tax is taken on the net amount plus the taxes before it; false when on the net amount alone.</param>
public readonly record struct TaxRate(decimal Percent, bool Compound = false);
