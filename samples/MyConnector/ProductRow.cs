namespace MyConnector;

/// <summary>A product as the file holds it.</summary>
/// <param name="Id">Its number, from 1.</param>
/// <param name="Reference">The article number; null when it has none.</param>
/// <param name="Name">The name, at most 64 characters, in the language of the file.</param>
/// <param name="Price">The price of one unit without tax, in euros, at most two decimals; null when it has none.</param>
/// <param name="Token">What the create carried; null for rows that people wrote.</param>
public sealed record ProductRow(long Id, string? Reference, string Name, decimal? Price, string? Token);
