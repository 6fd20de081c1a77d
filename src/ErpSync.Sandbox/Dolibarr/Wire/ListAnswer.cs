using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>A list that is written to the wire piece by piece.</summary>
internal abstract class ListAnswer : Answer
{
    private const int Piece = 64;

    public abstract int Count { get; }

    /// <summary>Total, page and limit when the caller asked for them; null otherwise.</summary>
    public (int Total, int Page, int Limit)? Pagination { get; init; }

    public abstract void WriteRow(Utf8JsonWriter writer, int index);

    /// <summary>Writes rows under the lock and lets go of it while the network takes them.</summary>
    public async Task WriteAsync(Utf8JsonWriter writer, Lock gate, CancellationToken cancellationToken)
    {
        if (Pagination is not null)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("data");
        }

        writer.WriteStartArray();
        for (var start = 0; start < Count; start += Piece)
        {
            lock (gate)
            {
                for (var i = start; i < Math.Min(Count, start + Piece); i++)
                    WriteRow(writer, i);
            }

            await writer.FlushAsync(cancellationToken);
        }

        writer.WriteEndArray();
        if (Pagination is not { } page)
            return;
        writer.WriteStartObject("pagination");
        writer.WriteNumber("total", page.Total);
        writer.WriteNumber("page", page.Page);
        writer.WriteNumber("page_count", (page.Total + page.Limit - 1) / page.Limit);
        writer.WriteNumber("limit", page.Limit);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}

/// <summary>A list of rows of one kind.</summary>
internal sealed class ListAnswer<TRow>(IReadOnlyList<TRow> rows, Action<Utf8JsonWriter, TRow> write) : ListAnswer
{
    public override int Count => rows.Count;

    public override void WriteRow(Utf8JsonWriter writer, int index) => write(writer, rows[index]);
}
