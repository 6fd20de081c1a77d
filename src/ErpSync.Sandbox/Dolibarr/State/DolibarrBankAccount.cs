namespace ErpSync.Sandbox;

/// <summary>A bank account.</summary>
public sealed class DolibarrBankAccount : DolibarrRecord;
