using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace ErpSync.Http.Tests.Support;

/// <summary>Answers as a system might give them.</summary>
internal static class Reply
{
    public static Func<HttpResponseMessage> Json(string json, HttpStatusCode status = HttpStatusCode.OK) => With(status, json, "application/json");

    public static Func<HttpResponseMessage> Html(string html, HttpStatusCode status = HttpStatusCode.OK) => With(status, html, "text/html");

    public static Func<HttpResponseMessage> Status(int status, string body = "") => With((HttpStatusCode)status, body, "text/plain");

    public static Func<HttpResponseMessage> With(HttpStatusCode status, string body, string mediaType) => () => new HttpResponseMessage(status)
    {
        Content = new StringContent(body, Encoding.UTF8, mediaType),
    };

    public static Func<HttpResponseMessage> RetryAfter(int status, TimeSpan wait) => () => new HttpResponseMessage((HttpStatusCode)status)
    {
        Content = new ByteArrayContent([]),
        Headers = { RetryAfter = new RetryConditionHeaderValue(wait) },
    };

    public static Func<HttpResponseMessage> Redirect(string location, int status = 302) => () => new HttpResponseMessage((HttpStatusCode)status)
    {
        Content = new ByteArrayContent([]),
        Headers = { Location = new Uri(location, UriKind.RelativeOrAbsolute) },
    };

    /// <summary>A body that gives these bytes, then faults.</summary>
    public static Func<HttpResponseMessage> Broken(string start, Exception fault) => () => new HttpResponseMessage(HttpStatusCode.OK)
    {
        Content = new StreamContent(new ChunkedStream([Encoding.UTF8.GetBytes(start)], fault)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
    };
}
