namespace ErpSync.Sandbox.PrestaShop;

/// <summary>No credentials at all: the answer is plain text.</summary>
internal sealed class UnauthorizedException : Exception;
