namespace ErpSync.Sandbox.PrestaShop;

/// <summary>How a simulated PrestaShop store behaves.</summary>
public sealed class PrestaShopSandboxOptions
{
    /// <summary>The version to simulate: 9.1.4 and 8.2.1 as recorded, 1.7.8 by its documented differences (no PATCH, single JSON items keep zero values).</summary>
    public string Version { get; set; } = "9.1.4";

    /// <summary>The loopback port; 0 takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>The clock of the store; null means the machine's clock.</summary>
    public TimeProvider? Clock { get; set; }

    /// <summary>The key of the store's first webservice account: 32 characters, every right.</summary>
    public string ApiKey { get; set; } = "SANDBOX0SANDBOX0SANDBOX0SANDBOX0";
}
