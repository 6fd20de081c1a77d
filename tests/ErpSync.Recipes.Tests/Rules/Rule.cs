namespace ErpSync.Recipes.Tests.Rules;

/// <summary>One rule of a product that ErpSync replaces.</summary>
/// <param name="List">The list it is in, as names of tests begin: CyberOffice, Connect, Vtiger, WpShop.</param>
/// <param name="Number">Its number there: letter and number (G5), or section and running order (3_1).</param>
/// <param name="Text">What it says, in a few words.</param>
/// <param name="Status">Empty when it must have a test, <c>no: …</c> why there can be none.</param>
internal sealed record Rule(string List, string Number, string Text, string Status)
{
    public string Prefix => $"{List}_{Number}_";

    public string? Untestable => Status.StartsWith("no: ", StringComparison.Ordinal) ? Status[4..] : null;
}
