using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace ErpSync.Http;

/// <summary>
/// Walks a listing to its end. A page that fails, times out or breaks off is asked for again at half the size from the first record not yet delivered,
/// so nothing is lost or delivered twice; the size that works is remembered (<see cref="PageSizeMemory"/>). The listing ends with a page shorter than asked.
/// The order of the listing must be stable, for example by id.
/// </summary>
public sealed class PageReader
{
    private readonly string _connection;
    private readonly string _resource;
    private readonly PageOptions _options;
    private readonly PageSizeMemory _memory;
    private readonly ILogger _logger;

    internal PageReader(string connection, string resource, PageOptions options, PageSizeMemory memory, ILogger logger)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(resource);
        ArgumentNullException.ThrowIfNull(options);
        if (options.EndsOnEmptyPage && options.Style == PageStyle.Number)
            throw new ArgumentException("With numbered pages a listing ends with a short page.", nameof(options));
        (_connection, _resource, _options, _memory, _logger) = (connection, resource, options, memory, logger);
    }

    /// <summary>True for a problem that a smaller page may cure: a 500, 502 or 504, a time-out, a body that breaks off or is missing.</summary>
    /// <param name="problem">The problem.</param>
    /// <returns>Whether to halve the page.</returns>
    public static bool IsCuredBySmallerPage(SyncProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem.Code is HttpProblemCodes.TimedOut or HttpProblemCodes.ConnectionBroken or HttpProblemCodes.TruncatedBody
                or HttpProblemCodes.PhpFatal or HttpProblemCodes.MalformedJson or HttpProblemCodes.EmptyBody
            || (problem.Kind is ProblemKind.Unavailable or ProblemKind.Unreadable && problem.HttpStatus is 500 or 502 or 504);
    }

    /// <summary>Reads the listing.</summary>
    /// <typeparam name="T">An item.</typeparam>
    /// <param name="fetch">Fetches one page, one item per record of the page, the unreadable ones too. Its call is marked with <see cref="Call.For"/>.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    /// <returns>The items of all pages.</returns>
    /// <exception cref="ConnectorException">A page cannot be had, at the smallest size either.</exception>
    public async IAsyncEnumerable<T> ReadAsync<T>(Func<PageWindow, CancellationToken, IAsyncEnumerable<T>> fetch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fetch);
        var delivered = 0L;
        var size = _memory.Current(_resource, _options);
        while (true)
        {
            var window = Window(delivered, size);
            var known = delivered - window.Offset;
            var received = 0L;
            SyncProblem? breakage = null;
            await using (var page = fetch(window, cancellationToken).GetAsyncEnumerator(cancellationToken))
            {
                while (true)
                {
                    try
                    {
                        if (!await page.MoveNextAsync())
                            break;
                    }
                    catch (ConnectorException fault) when (!window.IsSmallest && IsCuredBySmallerPage(fault.Problem))
                    {
                        breakage = fault.Problem;
                        break;
                    }

                    if (++received <= known)
                        continue;
                    delivered++;
                    yield return page.Current;
                }
            }

            if (breakage is not null)
                size = Shrink(size, breakage);
            else if (IsEnd(received, known, size))
                yield break;
            else
                size = Grow(size!.Value, delivered);
        }
    }

    private PageWindow Window(long delivered, int? size)
    {
        if (size is not { } limit)
            return new PageWindow(0, null, IsSmallest: false);
        var offset = _options.Style == PageStyle.Number ? delivered - (delivered % limit) : delivered;
        return new PageWindow(offset, limit, limit <= Math.Min(_options.MinSize, _options.Size));
    }

    private bool IsEnd(long received, long known, int? size) =>
        size is null || received <= known || (received < size && !_options.EndsOnEmptyPage);

    private int Shrink(int? size, SyncProblem breakage)
    {
        var smaller = _memory.Broke(_resource, size, _options);
        _logger.PageShrunk(_connection, size, _resource, breakage.Code, smaller);
        return smaller;
    }

    // Numbered pages grow where a larger page begins, so that no record is asked for twice.
    private int Grow(int size, long delivered)
    {
        _memory.Worked(_resource, size, _options);
        var larger = _memory.Current(_resource, _options) ?? size;
        return larger > size && _options.Style == PageStyle.Number && delivered % larger != 0 ? size : larger;
    }
}
