using ErpSync;

namespace QuickStart.Output;

/// <summary>One line that shows how far a run is; silent where the output is not a terminal.</summary>
internal sealed class ProgressBar : IProgress<SyncProgress>, IDisposable
{
    private const int Width = 30;
    private readonly Lock _gate = new();
    private int _written;

    public void Report(SyncProgress value)
    {
        if (Console.IsOutputRedirected)
            return;
        lock (_gate)
        {
            var filled = value.Total is > 0 ? (int)(Width * value.Done / value.Total.Value) : 0;
            var bar = value.Total is null ? "reading" : $"[{new string('#', filled)}{new string('.', Width - filled)}]";
            var line = $"  {value.Kind.Name,-16} {bar} {value.Done}{(value.Total is { } total ? $"/{total}" : "")}";
            Console.Write("\r" + line.PadRight(_written));
            _written = line.Length;
        }
    }

    public void Dispose()
    {
        if (_written > 0)
            Console.Write("\r" + new string(' ', _written) + "\r");
    }
}
