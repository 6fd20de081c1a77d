namespace ErpSync;

/// <summary>A pair cannot go live yet, or a feed is unknown.</summary>
/// <param name="message">What must come first.</param>
public sealed class FeedRefusedException(string message) : Exception(message);
