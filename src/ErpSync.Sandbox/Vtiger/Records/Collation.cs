namespace ErpSync.Sandbox.Vtiger;

/// <summary>Text as the database compares it: without case, accents and trailing blanks.</summary>
internal static class Collation
{
    public static string Key(string text) => Dolibarr.Collation.Key(text);

    public static bool Like(string text, string pattern) => Dolibarr.Collation.Like(text, pattern);
}
