namespace ErpSync.Wire;

/// <summary>What became of one file.</summary>
internal sealed record WireLine(WireVerdict Verdict, string Text);
