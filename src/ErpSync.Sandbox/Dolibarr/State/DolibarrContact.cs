namespace ErpSync.Sandbox;

/// <summary>A contact or address, mostly of a third party (<c>socid</c>).</summary>
public sealed class DolibarrContact : DolibarrRecord;
