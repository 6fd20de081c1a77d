namespace ErpSync;

/// <summary>The host configured ErpSync in a way that cannot work; the message says what and where. Thrown at start, before anything is read or written.</summary>
/// <param name="message">What is wrong and what to do.</param>
public sealed class ErpSyncConfigurationException(string message) : Exception(message);
