namespace ErpSync.Http;

/// <summary>How a system names the place of a page.</summary>
public enum PageStyle
{
    /// <summary>By the number of records before it: any place with any size.</summary>
    Offset,

    /// <summary>By its number: a page of size n begins at a multiple of n.</summary>
    Number,
}
