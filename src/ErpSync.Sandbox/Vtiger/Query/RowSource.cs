using System.Globalization;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>The rows of a module in the order of their numbers, as far as a user sees them.</summary>
internal sealed class RowSource(VtigerState state)
{
    public IEnumerable<QueryRow> Rows(Module module, VtigerUser user, bool withLines)
    {
        if (module.Name == "LineItem")
            return state.Lines.Select(line => Row(module, line));
        var records = state.Of(module).Where(record => !record.IsDeleted && !record.IsConverted && Access.Sees(state, user, record));
        return withLines ? records.SelectMany(record => Joined(module, record)) : records.Select(record => Row(module, record));
    }

    private QueryRow Row(Module module, VtigerRecord record) =>
        new(record.Number, name => Raw(record, name), name => module.Find(name) is { } field ? RecordReader.Value(state, record, field) : "") { Record = record };

    private QueryRow Row(Module module, VtigerLine line)
    {
        string Shown(string name) => LineReader.Value(state, line, name);
        return new QueryRow(line.Number, name => name is "parent_id" or "productid" ? (name == "productid" ? line.Product : line.Parent).ToString(CultureInfo.InvariantCulture) : Shown(name), name => name == "id" ? Ids.Join(module.Prefix, line.Number) : Shown(name));
    }

    /// <summary>An order once per line, as the database joins them; once without a line when it has none.</summary>
    private IEnumerable<QueryRow> Joined(Module module, VtigerRecord record)
    {
        var head = Row(module, record);
        var lines = state.LinesOf(record.Number);
        if (lines.Count == 0)
            return [head];
        return lines.Select(line => new QueryRow(
            record.Number,
            name => IsOfLine(name) ? LineReader.Value(state, line, name) : head.Raw(name),
            name => IsOfLine(name) ? LineReader.Value(state, line, name) : head.Shown(name))
        { Record = record });
    }

    public static bool IsOfLine(string field) => RecordReader.LineFields.Contains(field) || field is "image" or "purchase_cost" or "margin";

    private static string Raw(VtigerRecord record, string name)
    {
        var value = name == "id" ? record.Id : record[name];
        return value;
    }
}
