namespace ErpSync.Benchmarks;

/// <summary>A command of this program. A new one is listed in <c>Program.cs</c>.</summary>
internal interface IBenchmark
{
    /// <summary>The first word on the command line.</summary>
    string Name { get; }

    /// <summary>One line on what it measures and its options.</summary>
    string Help { get; }

    /// <summary>Runs it.</summary>
    /// <param name="args">The words behind the name.</param>
    /// <returns>The exit code.</returns>
    Task<int> RunAsync(string[] args);
}
