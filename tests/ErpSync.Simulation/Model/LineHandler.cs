using System.Runtime.CompilerServices;

namespace ErpSync.Simulation.Model;

/// <summary>Writes a line of the log only when somebody wants to read it.</summary>
[InterpolatedStringHandler]
internal ref struct LineHandler
{
    private DefaultInterpolatedStringHandler _text;

    public LineHandler(int literals, int parts, World world, out bool tells)
    {
        tells = world.Tells;
        _text = tells ? new DefaultInterpolatedStringHandler(literals, parts) : default;
    }

    public void AppendLiteral(string text) => _text.AppendLiteral(text);

    public void AppendFormatted<T>(T value) => _text.AppendFormatted(value);

    public string ToStringAndClear() => _text.ToStringAndClear();
}
