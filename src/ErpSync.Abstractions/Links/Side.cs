namespace ErpSync;

/// <summary>One of a pair's two connections. People never read these words: messages and reports use the connections' names.</summary>
public enum Side
{
    /// <summary>The connection that the pair names first.</summary>
    First,

    /// <summary>The connection that the pair names second.</summary>
    Second,
}
