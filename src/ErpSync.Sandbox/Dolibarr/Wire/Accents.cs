using System.Text;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Takes accents off Latin letters; other letters stay.</summary>
internal static class Accents
{
    private const string From = "àáâãäåçèéêëìíîïñòóôõöøùúûüýÿÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįıĵķĺļľłńņňōŏőŕŗřśŝşšţťŧũūŭůűųŵŷźżžĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽŁŃŅŇŌŎŐŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŹŻŽ";
    private const string To = "aaaaaaceeeeiiiinoooooouuuuyyAAAAAACEEEEIIIINOOOOOOUUUUYaaaccccddeeeeegggghhiiiiijkllllnnnooorrrsssstttuuuuuuwyzzzAAACCCCDDEEEEEGGGGHHIIIIIJKLLLLNNNOOORRRSSSSTTTUUUUUUWYZZZ";
    private static readonly Dictionary<char, char> Plain = Build();

    public static string Remove(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
            result.Append(Plain.GetValueOrDefault(c, c));
        return result.ToString();
    }

    private static Dictionary<char, char> Build()
    {
        var map = new Dictionary<char, char>();
        foreach (var (from, to) in From.Zip(To))
            map[from] = to;
        return map;
    }
}
