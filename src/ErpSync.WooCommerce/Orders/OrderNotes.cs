using System.Text.Json;

namespace ErpSync.WooCommerce;

/// <summary>The notes of an order: to the customer, or for the shop's own eyes.</summary>
internal static class OrderNotes
{
    /// <summary>What is asked for of each.</summary>
    public const string Fields = "id,author,date_created_gmt,note,customer_note";

    /// <summary>The notes, oldest first; the shop lists the newest first.</summary>
    /// <exception cref="ConnectorException">The answer is no list of notes.</exception>
    public static ValueList<DocumentMessage> Read(JsonElement list, RemoteId order)
    {
        if (list.ValueKind != JsonValueKind.Array || list.EnumerateArray().Any(note => note.ValueKind != JsonValueKind.Object))
            throw new ConnectorException(new SyncProblem(ProblemKind.Unreadable, WooCodes.Unreadable, "The notes of the order are no list of notes.") { EntityKind = Order.Kind, Id = order, Field = nameof(Order.Messages) });
        return list.EnumerateArray().Reverse().Select(note => new DocumentMessage
        {
            At = JsonValues.Instant(note.Text("date_created_gmt")),
            Author = note.Text("author"),
            IsPrivate = !note.Flag("customer_note"),
            Text = Texts.Plain(note.Text("note")),
        }).ToValueList();
    }
}
