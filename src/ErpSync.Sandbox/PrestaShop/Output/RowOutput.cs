using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>Writes rows into a body piece by piece, so that a long list never exists as a whole.</summary>
internal abstract class RowOutput(View view)
{
    protected ArrayBufferWriter<byte> Buffer { get; } = new(64 * 1024);

    protected View View { get; } = view;

    public ReadOnlyMemory<byte> Written => Buffer.WrittenMemory;

    public abstract void BeginList();

    public abstract void EndList();

    /// <summary>Writes one row of a list, or the whole of a single item.</summary>
    public abstract void Row(PrestaShopRow row, Echo? echo);

    /// <summary>Begins the answer to one item, or to the items of a write.</summary>
    public abstract void BeginItems();

    /// <summary>Ends it; warnings that arose on the way stand behind the content.</summary>
    public abstract void EndItems(IReadOnlyList<ApiError> warnings);

    /// <summary>Sends what was written so far when it is enough for a piece.</summary>
    public async Task SendAsync(HttpResponse response, bool all)
    {
        Flush();
        if (Buffer.WrittenCount == 0 || (!all && Buffer.WrittenCount < 32 * 1024))
            return;
        await response.Body.WriteAsync(Buffer.WrittenMemory, response.HttpContext.RequestAborted);
        Buffer.ResetWrittenCount();
    }

    public static RowOutput Of(View view, bool json) => json ? new JsonRows(view) : new XmlRows(view);

    protected virtual void Flush()
    {
    }

    public void Finish() => Flush();
}
