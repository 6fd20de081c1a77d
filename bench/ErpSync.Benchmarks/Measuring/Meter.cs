using System.Diagnostics;
using System.Globalization;

namespace ErpSync.Benchmarks.Measuring;

/// <summary>What a piece of work cost: processor time of the whole process (compiler and collector included), wall-clock time, and bytes allocated by all threads.</summary>
internal readonly record struct Cost(TimeSpan Processor, TimeSpan Wall, long Allocated)
{
    /// <summary>The same for one of many.</summary>
    public decimal MicrosecondsPer(long count) => Math.Round(Processor.Ticks / 10m / count, 3);

    public long BytesPer(long count) => Allocated / count;

    public long PerSecond(long count) => count * TimeSpan.TicksPerSecond / Math.Max(1, Processor.Ticks);
}

/// <summary>Measures.</summary>
internal static class Meter
{
    public static async Task<Cost> OfAsync(Func<Task> work)
    {
        GC.Collect();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var started = Stopwatch.GetTimestamp();
        var processor = ProcessorTime();
        await work();
        return new Cost(ProcessorTime() - processor, Stopwatch.GetElapsedTime(started), GC.GetTotalAllocatedBytes(precise: true) - allocated);
    }

    /// <summary>The largest resident memory that the process ever had (VmHWM), in bytes.</summary>
    public static long Peak()
    {
        const string Status = "/proc/self/status";
        if (File.Exists(Status)
            && File.ReadLines(Status).FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)) is { } line
            && long.TryParse(line["VmHWM:".Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var kibibytes))
        {
            return kibibytes * 1024;
        }

        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    private static TimeSpan ProcessorTime()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
