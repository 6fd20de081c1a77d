using System.Globalization;

namespace ErpSync.Killing;

/// <summary>A record of a <see cref="LogSystem"/>.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Token">The token of the create that made it; null when a user added it.</param>
/// <param name="Value">Its content.</param>
/// <param name="Version">Grows with every change.</param>
public sealed record LogRecord(long Id, string? Token, Product Value, long Version)
{
    public string Stamp => Version.ToString(CultureInfo.InvariantCulture);

    public Remote<Product> ToRemote() => new(RemoteId.From(Id), Value) { Label = Value.Reference, Stamp = Stamp };
}
