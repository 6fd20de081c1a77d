namespace ErpSync;

/// <summary>
/// Latin letters without their marks, in lower case, by a table of ErpSync's own: the framework's normalisation depends on the host's globalisation setting.
/// Letters of other scripts only lose their case.
/// </summary>
internal static class LatinFold
{
    // One letter for each of U+00C0 to U+017F and U+1E00 to U+1EFF; a blank where there is no single one.
    private const string Near =
        "aaaaaa ceeeeiiiidnooooo ouuuuy  aaaaaa ceeeeiiiidnooooo ouuuuy yaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii  jjkkkllllll  llnnnnnn nnoooooo  rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    private const string Far =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy s    aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy      ";

    /// <summary>The letter's plain form; more than one letter for ligatures.</summary>
    public static string? Fold(char letter) => letter switch
    {
        'ß' or 'ẞ' => "ss",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'þ' or 'Þ' => "th",
        >= '\u00C0' and < '\u0180' => One(Near[letter - 0xC0]),
        >= '\u1E00' and < '\u1F00' => One(Far[letter - 0x1E00]),
        _ => null,
    };

    private static string? One(char letter) => letter == ' ' ? null : letter.ToString();
}
