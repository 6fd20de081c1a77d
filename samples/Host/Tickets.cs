using System.Security.Cryptography;
using System.Text;

namespace ErpSync.Host;

/// <summary>Addresses of invoices that only the shop can make: it knows who is logged in, and signs the order with its customer. Without a configured key (Tickets:Key) they end with the process.</summary>
internal sealed class Tickets(IConfiguration settings)
{
    private readonly byte[] _key = settings["Tickets:Key"] is { } key ? Encoding.UTF8.GetBytes(key) : RandomNumberGenerator.GetBytes(32);

    public string PathOf(string order, string customer) => $"/invoices/{Uri.EscapeDataString(order)}?customer={Uri.EscapeDataString(customer)}&ticket={Sign(order, customer)}";

    public bool IsValid(string order, string customer, string ticket) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(order, customer)), Encoding.ASCII.GetBytes(ticket));

    private string Sign(string order, string customer) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{order.Length}:{order}{customer}")));
}
