namespace ErpSync.Sandbox.PrestaShop;

/// <summary>The "did you mean" of error messages.</summary>
internal static class Guesses
{
    public static string Closest(string text, IEnumerable<string> names) => names.MinBy(name => Distance(text, name)) ?? "";

    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
