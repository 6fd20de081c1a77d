namespace ErpSync.Http;

/// <summary>The codes of the problems that the transport itself finds.</summary>
public static class HttpProblemCodes
{
    /// <summary>No connection came about; nothing was sent.</summary>
    public const string ConnectFailed = "http.connect-failed";

    /// <summary>The host's name is unknown; nothing was sent.</summary>
    public const string HostUnknown = "http.host-unknown";

    /// <summary>No secure connection came about (certificate, protocol); nothing was sent.</summary>
    public const string TlsFailed = "http.tls-failed";

    /// <summary>The connection broke after the request had been sent.</summary>
    public const string ConnectionBroken = "http.connection-broken";

    /// <summary>The answer did not come in time.</summary>
    public const string TimedOut = "http.timed-out";

    /// <summary>The system was down several times in a row; nothing was sent.</summary>
    public const string CircuitOpen = "http.circuit-open";

    /// <summary>The answer points to another address; redirects are never followed.</summary>
    public const string Redirected = "http.redirected";

    /// <summary>304: the system says that nothing changed.</summary>
    public const string NotModified = "http.not-modified";

    /// <summary>401.</summary>
    public const string Unauthorized = "http.unauthorized";

    /// <summary>403.</summary>
    public const string Forbidden = "http.forbidden";

    /// <summary>404 or 410 from the system itself.</summary>
    public const string NotFound = "http.not-found";

    /// <summary>405 or 501.</summary>
    public const string NotSupported = "http.not-supported";

    /// <summary>409.</summary>
    public const string Conflict = "http.conflict";

    /// <summary>429.</summary>
    public const string TooManyRequests = "http.too-many-requests";

    /// <summary>Any other 4xx.</summary>
    public const string Rejected = "http.rejected";

    /// <summary>500 and unknown 5xx.</summary>
    public const string ServerError = "http.server-error";

    /// <summary>502 or 504: a proxy did not reach the system or did not get its answer.</summary>
    public const string GatewayError = "http.gateway-error";

    /// <summary>503: busy or in maintenance.</summary>
    public const string Unavailable = "http.unavailable";

    /// <summary>A web page where data was expected.</summary>
    public const string WebPage = "http.web-page";

    /// <summary>PHP stopped with a fatal error inside the answer.</summary>
    public const string PhpFatal = "http.php-fatal";

    /// <summary>The body is of another type than expected.</summary>
    public const string ContentType = "http.content-type";

    /// <summary>An empty body where data was expected.</summary>
    public const string EmptyBody = "http.body-empty";

    /// <summary>The body ends too early.</summary>
    public const string TruncatedBody = "http.body-truncated";

    /// <summary>The body, or one record in it, is larger than allowed.</summary>
    public const string BodyTooLarge = "http.body-too-large";

    /// <summary>The body is not the JSON it should be.</summary>
    public const string MalformedJson = "http.json-malformed";

    /// <summary>The JSON is sound, but the list is not where it should be.</summary>
    public const string ListMissing = "http.json-list-missing";

    /// <summary>The body is not the XML it should be.</summary>
    public const string MalformedXml = "http.xml-malformed";

    /// <summary>One record of a list cannot be read; the others can.</summary>
    public const string ItemUnreadable = "http.item-unreadable";
}
