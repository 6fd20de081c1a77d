using System.Text;
using System.Text.Json;

namespace ErpSync.Benchmarks.Measuring;

/// <summary>Figures in the order in which they were added; printed as one JSON object or as lines.</summary>
internal sealed class Figures
{
    private readonly List<(string Name, object Value)> _all = [];

    public Figures Add(string name, object value)
    {
        _all.Add((name, value));
        return this;
    }

    public object? Find(string name) => _all.Find(figure => figure.Name == name).Value;

    public void Print(bool json)
    {
        if (json)
            Console.WriteLine(ToJson());
        else
            Print(indent: 0);
    }

    private string ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            Write(json);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var (name, value) in _all)
        {
            json.WritePropertyName(name);
            switch (value)
            {
                case Figures nested:
                    nested.Write(json);
                    break;
                case string text:
                    json.WriteStringValue(text);
                    break;
                case decimal number:
                    json.WriteNumberValue(number);
                    break;
                default:
                    json.WriteNumberValue(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
                    break;
            }
        }

        json.WriteEndObject();
    }

    private void Print(int indent)
    {
        foreach (var (name, value) in _all)
        {
            Console.WriteLine($"{new string(' ', indent)}{name,-28}{(value is Figures ? "" : value)}");
            (value as Figures)?.Print(indent + 2);
        }
    }
}
