using System.Net.Http.Headers;

namespace ErpSync.Http;

/// <summary>Makes the message of each attempt from a call.</summary>
internal sealed class MessageFactory
{
    private static readonly ProductInfoHeaderValue Product = new("ErpSync", typeof(MessageFactory).Assembly.GetName().Version?.ToString(3));

    private readonly Uri _baseAddress;

    public MessageFactory(Uri baseAddress)
    {
        var text = baseAddress.GetLeftPart(UriPartial.Path);
        _baseAddress = text.EndsWith('/') ? baseAddress : new Uri(text + "/");
    }

    public HttpRequestMessage Create(Call call)
    {
        var message = new HttpRequestMessage(call.Method, Address(call))
        {
            // A write without a body gets an empty one: the platform re-sends body-less requests by itself when a kept connection turns out closed.
            Content = call.Content?.Invoke() ?? (call.IsRead ? null : new ByteArrayContent([])),
        };
        message.Headers.UserAgent.Add(Product);
        foreach (var (name, value) in call.Headers)
            if (!message.Headers.TryAddWithoutValidation(name, value))
                message.Content?.Headers.TryAddWithoutValidation(name, value);
        if (message.Headers.Accept.Count == 0 && MediaType(call.Expects) is { } type)
            message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type));
        return message;
    }

    private Uri Address(Call call)
    {
        var address = new Uri(_baseAddress.AbsoluteUri + call.Path.TrimStart('/'));
        return _baseAddress.IsBaseOf(address) ? address : throw new ArgumentException("The call's path leaves the base address.", nameof(call));
    }

    private static string? MediaType(ExpectedBody expected) => expected switch
    {
        ExpectedBody.Json => "application/json",
        ExpectedBody.Xml => "application/xml",
        _ => null,
    };
}
