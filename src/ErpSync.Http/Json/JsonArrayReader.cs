using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ErpSync.Http;

/// <summary>
/// Streams the items of a JSON list from a body that arrives in pieces, with memory for the item under way (at most 32 MiB).
/// A body that ends before its root is closed throws <see cref="HttpProblemCodes.TruncatedBody"/>, after the items that arrived whole.
/// </summary>
public static class JsonArrayReader
{
    /// <summary>Streams the items of a list.</summary>
    /// <typeparam name="T">What an item becomes.</typeparam>
    /// <param name="body">The body, UTF-8; not disposed.</param>
    /// <param name="place">Where the list stands.</param>
    /// <param name="parse">Makes one item; what it throws becomes that item's problem.</param>
    /// <param name="origin">Names the request in problems.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The items in their order, one for each in the list, read or not.</returns>
    /// <exception cref="ConnectorException">The body is empty, malformed, ends early, or has no list at the place.</exception>
    public static IAsyncEnumerable<JsonItem<T>> ReadAsync<T>(Stream body, JsonPlace place, JsonItemParser<T> parse, AnswerOrigin origin, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        return ReadAsync(body.ReadAsync, place, parse, origin, cancellationToken);
    }

    /// <summary>Streams the items of a list and tells the number of all records where the body has one: see <see cref="JsonPlace.Counted"/>.</summary>
    /// <typeparam name="T">What an item becomes.</typeparam>
    /// <param name="body">The body, UTF-8; not disposed.</param>
    /// <param name="place">Where the list and the number stand.</param>
    /// <param name="parse">Makes one item; what it throws becomes that item's problem.</param>
    /// <param name="origin">Names the request in problems.</param>
    /// <param name="total">Takes the number before the enumeration ends; not called when the body has none.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The items in their order, one for each in the list, read or not.</returns>
    /// <exception cref="ConnectorException">The body is empty, malformed, ends early, or has no list at the place.</exception>
    public static IAsyncEnumerable<JsonItem<T>> ReadAsync<T>(Stream body, JsonPlace place, JsonItemParser<T> parse, AnswerOrigin origin, Action<long> total, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(total);
        return ReadAsync(body.ReadAsync, place, parse, origin, cancellationToken, total);
    }

    internal static async IAsyncEnumerable<JsonItem<T>> ReadAsync<T>(
        Func<Memory<byte>, CancellationToken, ValueTask<int>> read,
        JsonPlace place,
        JsonItemParser<T> parse,
        AnswerOrigin origin,
        [EnumeratorCancellation] CancellationToken cancellationToken,
        Action<long>? total = null)
    {
        using var scanner = new JsonItemScanner(place, origin);
        var index = 0L;
        while (true)
        {
            while (scanner.TryReadItem())
                yield return Parse(scanner.Item, index++, parse, origin);
            if (scanner.IsDone)
            {
                if (scanner.Total is { } all)
                    total?.Invoke(all);
                yield break;
            }

            scanner.Received(await read(scanner.Room(), cancellationToken));
        }
    }

    private static JsonItem<T> Parse<T>(ReadOnlySpan<byte> item, long index, JsonItemParser<T> parse, AnswerOrigin origin)
    {
        try
        {
            var reader = new Utf8JsonReader(item);
            reader.Read();
            return new JsonItem<T>(index, parse(ref reader), null);
        }
        catch (ConnectorException fault)
        {
            return new JsonItem<T>(index, default, fault.Problem with { Connection = fault.Problem.Connection ?? origin.Connection, Raw = fault.Problem.Raw ?? origin.Fragment(item) });
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Whatever is wrong with one record, the others go on.
            return new JsonItem<T>(index, default, origin.Problem(ProblemKind.Unreadable, HttpProblemCodes.ItemUnreadable, $"Item {index} of the list cannot be read: {fault.Message}", item));
        }
    }
}
