using System.Buffers;
using System.Text.Json;

namespace ErpSync.Http;

/// <summary>Finds the items of a list in a JSON body that arrives in pieces. Keeps no more than the item under way; every byte is scanned once.</summary>
internal sealed class JsonItemScanner(JsonPlace place, AnswerOrigin origin) : IDisposable
{
    private const int FirstBuffer = 16 * 1024;
    private const int LargestItem = 32 * 1024 * 1024;

    private readonly string[] _path = place.Path;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
    private int _consumed;
    private int _end;
    private long _received;
    private bool _sawToken;
    private JsonReaderState _state;
    private Phase _phase = Phase.Root;
    private int _matched;
    private int _listDepth;
    private int _itemStart = -1;
    private int _itemEnd;
    private int _totalMatched;

    private enum Phase
    {
        Root,
        Seeking,
        AtMatch,
        EmptyOnly,
        MaybeOne,
        InOne,
        InList,
        AfterList,
        Done,
    }

    /// <summary>The item that <see cref="TryReadItem"/> found; valid until its next call.</summary>
    public ReadOnlySpan<byte> Item => _buffer.AsSpan(_itemStart, _itemEnd - _itemStart);

    /// <summary>True when the body's root has ended.</summary>
    public bool IsDone => _phase == Phase.Done;

    /// <summary>The number of all records, once it was met behind the list; null before, and where there is none.</summary>
    public long? Total { get; private set; }

    /// <summary>Looks for the next item in the bytes that are there.</summary>
    /// <returns>False: the list is over (<see cref="IsDone"/>), or more bytes are needed.</returns>
    public bool TryReadItem()
    {
        _itemStart = _itemEnd > 0 ? -1 : _itemStart;
        _itemEnd = 0;
        if (IsDone)
            return false;

        var from = _consumed;
        var reader = new Utf8JsonReader(_buffer.AsSpan(from, _end - from), isFinalBlock: false, _state);
        try
        {
            while (!IsDone && _itemEnd == 0 && reader.Read())
            {
                _sawToken = true;
                Take(ref reader, from);
            }
        }
        catch (JsonException fault)
        {
            throw Broken(from + (int)reader.BytesConsumed, fault);
        }

        _consumed = from + (int)reader.BytesConsumed;
        _state = reader.CurrentState;
        return _itemEnd > 0;
    }

    /// <summary>Room for the next bytes of the body.</summary>
    public Memory<byte> Room()
    {
        if (_end < _buffer.Length)
            return _buffer.AsMemory(_end);

        var keep = _itemStart >= 0 ? _itemStart : _consumed;
        var kept = _end - keep;
        if (kept > LargestItem)
            throw origin.Exception(ProblemKind.Unreadable, HttpProblemCodes.BodyTooLarge, $"One item of the list at {place} is larger than {LargestItem} bytes.", _buffer.AsSpan(keep, kept));

        var target = kept > _buffer.Length / 2 ? ArrayPool<byte>.Shared.Rent(_buffer.Length * 2) : _buffer;
        _buffer.AsSpan(keep, kept).CopyTo(target);
        if (!ReferenceEquals(target, _buffer))
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = target;
        }

        _consumed -= keep;
        _itemStart = _itemStart >= 0 ? 0 : -1;
        _end = kept;
        return _buffer.AsMemory(_end);
    }

    /// <summary>Takes note of bytes put into <see cref="Room"/>; 0 means that the body has ended.</summary>
    public void Received(int count)
    {
        if (count == 0)
            throw Ended();
        _end += count;
        _received += count;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(Interlocked.Exchange(ref _buffer, []));

    private void Take(ref Utf8JsonReader reader, int from)
    {
        switch (_phase)
        {
            case Phase.Root when reader.TokenType == JsonTokenType.StartObject && _path.Length > 0:
                _phase = Phase.Seeking;
                break;
            case Phase.Root:
            case Phase.AtMatch:
                TakeValueAtPlace(ref reader, from);
                break;
            case Phase.Seeking:
                Seek(ref reader);
                break;
            case Phase.EmptyOnly:
                _phase = reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray ? After(reader.CurrentDepth) : throw ListMissing("is not a list");
                break;
            case Phase.MaybeOne or Phase.InOne:
                TakeOneToken(ref reader, from);
                break;
            case Phase.InList:
                TakeItemToken(ref reader, from);
                break;
            case Phase.AfterList:
                TakeTotal(ref reader);
                _phase = reader.CurrentDepth == 0 ? Phase.Done : Phase.AfterList;
                break;
        }
    }

    private void Seek(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == _matched + 1 && reader.ValueTextEquals(_path[_matched]))
            _phase = Phase.AtMatch;
        else if (reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == _matched)
            throw ListMissing("is not there");
    }

    private void TakeValueAtPlace(ref Utf8JsonReader reader, int from)
    {
        var isRoot = _phase == Phase.Root;
        var isLast = isRoot || _matched + 1 == _path.Length;
        (_phase, _matched) = reader.TokenType switch
        {
            JsonTokenType.StartArray when isLast => (Phase.InList, _matched),
            JsonTokenType.StartObject when !isLast => (Phase.Seeking, _matched + 1),
            JsonTokenType.StartObject when place.AllowsOne && !isRoot => (Phase.MaybeOne, _matched),
            JsonTokenType.StartArray or JsonTokenType.StartObject => (Phase.EmptyOnly, _matched),
            JsonTokenType.Null => (After(reader.CurrentDepth), _matched),
            _ => throw ListMissing("is not a list"),
        };
        _listDepth = reader.CurrentDepth;
        if (_phase == Phase.MaybeOne)
            _itemStart = from + (int)reader.TokenStartIndex;
    }

    // An object in the place of the list: nothing when it is empty, else the only item.
    private void TakeOneToken(ref Utf8JsonReader reader, int from)
    {
        if (reader.TokenType != JsonTokenType.EndObject || reader.CurrentDepth != _listDepth)
        {
            _phase = Phase.InOne;
            return;
        }

        if (_phase == Phase.InOne)
            _itemEnd = from + (int)reader.BytesConsumed;
        else
            _itemStart = -1;
        _phase = After(_listDepth);
    }

    private void TakeItemToken(ref Utf8JsonReader reader, int from)
    {
        if (reader.TokenType == JsonTokenType.EndArray && reader.CurrentDepth == _listDepth)
        {
            _phase = After(_listDepth);
            return;
        }

        if (_itemStart < 0)
            _itemStart = from + (int)reader.TokenStartIndex;
        if (reader.CurrentDepth == _listDepth + 1 && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            _itemEnd = from + (int)reader.BytesConsumed;
    }

    private void TakeTotal(ref Utf8JsonReader reader)
    {
        var path = place.Total;
        if (_totalMatched < path.Length)
            _totalMatched += reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == _totalMatched + 1 && reader.ValueTextEquals(path[_totalMatched]) ? 1 : 0;
        else if (path.Length > 0 && Total is null && reader.TokenType == JsonTokenType.Number && reader.CurrentDepth == path.Length && reader.TryGetInt64(out var number))
            Total = number;
    }

    private static Phase After(int depth) => depth == 0 ? Phase.Done : Phase.AfterList;

    private ConnectorException ListMissing(string what) =>
        origin.Exception(ProblemKind.Unreadable, HttpProblemCodes.ListMissing, $"The list at {place} {what}.", _buffer.AsSpan(0, _end));

    private ConnectorException Broken(int at, JsonException fault)
    {
        var rest = _buffer.AsSpan(at, _end - at);
        return BodyOpening.HasFatalError(rest)
            ? origin.Exception(ProblemKind.Unreadable, HttpProblemCodes.PhpFatal, "PHP stopped while it was answering.", rest, cause: fault)
            : origin.Exception(ProblemKind.Unreadable, HttpProblemCodes.MalformedJson, $"The JSON breaks after {_received - rest.Length} bytes.", rest, cause: fault);
    }

    private ConnectorException Ended()
    {
        if (_received == 0)
            return origin.Exception(ProblemKind.Unreadable, HttpProblemCodes.EmptyBody, "The body is empty.");
        return _sawToken
            ? origin.Exception(ProblemKind.Unreadable, HttpProblemCodes.TruncatedBody, $"The body ends early, after {_received} bytes.", _buffer.AsSpan(Math.Max(0, _end - AnswerOrigin.MaxRawLength), Math.Min(_end, AnswerOrigin.MaxRawLength)))
            : ListMissing("is not a list");
    }
}
