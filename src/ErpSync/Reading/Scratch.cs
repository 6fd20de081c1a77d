using Microsoft.Win32.SafeHandles;

namespace ErpSync.Reading;

/// <summary>
/// Blocks of bytes for what a pass must remember of every record: a few are kept in memory, the others lie in a temporary file that nobody else can open and that is gone
/// with the process, so that memory does not grow with the number of records. Where no such file can be made or it can grow no further, everything stays in memory.
/// </summary>
/// <remarks>What <see cref="Read"/> and <see cref="Write"/> give is good until the next call of any member. Not for parallel use.</remarks>
internal sealed class Scratch(int mostKept = Scratch.UsuallyKept, string? directory = null) : IDisposable
{
    public const int BlockShift = 13;
    public const int BlockSize = 1 << BlockShift;

    private const int UsuallyKept = 128;
    private const int OnDisk = -1;

    private readonly List<int> _frameOf = [];
    private readonly Stack<int> _free = [];
    private readonly List<Frame> _frames = [];
    private SafeFileHandle? _file;
    private bool _staysInMemory;
    private int _hand;

    /// <summary>How many blocks are in memory.</summary>
    public int Kept => _frames.Count;

    /// <summary>Gives a block of zeros.</summary>
    public int Take()
    {
        var block = _free.TryPop(out var returned) ? returned : _frameOf.Count;
        if (block == _frameOf.Count)
            _frameOf.Add(OnDisk);
        var frame = FreeFrame();
        Array.Clear(_frames[frame].Bytes);
        Use(frame, block).IsChanged = true;
        return block;
    }

    /// <summary>Takes a block back; its number will be given again.</summary>
    public void Return(int block)
    {
        if (_frameOf[block] is var frame and not OnDisk)
            _frames[frame].Block = null;
        _frameOf[block] = OnDisk;
        _free.Push(block);
    }

    public ReadOnlySpan<byte> Read(int block) => Load(block).Bytes;

    public Span<byte> Write(int block)
    {
        var frame = Load(block);
        frame.IsChanged = true;
        return frame.Bytes;
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    private Frame Load(int block)
    {
        var known = _frameOf[block];
        if (known != OnDisk)
        {
            _frames[known].WasUsed = true;
            return _frames[known];
        }

        var frame = FreeFrame();
        for (var read = 0; read < BlockSize;)
        {
            var some = RandomAccess.Read(_file!, _frames[frame].Bytes.AsSpan(read), ((long)block << BlockShift) + read);
            if (some == 0)
                throw new IOException("The temporary file of the run was cut short.");
            read += some;
        }

        return Use(frame, block);
    }

    private Frame Use(int number, int block)
    {
        var frame = _frames[number];
        (frame.Block, frame.IsChanged, frame.WasUsed) = (block, false, true);
        _frameOf[block] = number;
        return frame;
    }

    /// <summary>A frame that holds nothing any more: a new one, or that of a block that was not used for a while.</summary>
    private int FreeFrame()
    {
        while (_frames.Count >= mostKept && !_staysInMemory)
        {
            _hand = (_hand + 1) % _frames.Count;
            var frame = _frames[_hand];
            if (frame.Block is null)
                return _hand;
            if (frame.WasUsed)
                frame.WasUsed = false;
            else if (PutAway(frame))
                return _hand;
        }

        _frames.Add(new Frame());
        return _frames.Count - 1;
    }

    private bool PutAway(Frame frame)
    {
        var block = frame.Block!.Value;
        if (frame.IsChanged)
        {
            try
            {
                _file ??= Open(directory ?? Path.GetTempPath());
                RandomAccess.Write(_file, frame.Bytes, (long)block << BlockShift);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                _staysInMemory = true;
                return false;
            }
        }

        frame.Block = null;
        _frameOf[block] = OnDisk;
        return true;
    }

    private static SafeFileHandle Open(string directory)
    {
        var path = Path.Combine(directory, $"erpsync-{Guid.NewGuid():N}.tmp");
        var settings = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Delete, Options = FileOptions.DeleteOnClose | FileOptions.RandomAccess, BufferSize = 0 };
        if (OperatingSystem.IsWindows())
            return new FileStream(path, settings).SafeFileHandle;
        settings.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, settings).SafeFileHandle;
        File.Delete(path); // It lives on as long as it is open, and no crash leaves it behind.
        return file;
    }

    private sealed class Frame
    {
        public byte[] Bytes { get; } = new byte[BlockSize];

        public int? Block { get; set; }

        public bool IsChanged { get; set; }

        public bool WasUsed { get; set; }
    }
}
