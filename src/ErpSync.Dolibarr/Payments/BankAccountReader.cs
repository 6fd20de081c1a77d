using System.Runtime.CompilerServices;

namespace ErpSync.Dolibarr;

/// <summary>Reads bank accounts, to be mapped.</summary>
internal sealed class BankAccountReader(TradeSession session) : IReader<BankAccount>
{
    public async IAsyncEnumerable<ReadResult<BankAccount>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await session.Client.ListAsync("bankaccounts?limit=0&sortfield=t.rowid&sortorder=ASC", cancellationToken, Http.RequestPurpose.Reference))
        {
            if (row.Whole("id") is not { } id)
                continue;
            var name = Notes.Plain(row.Text("label")) ?? row.Text("ref") ?? JsonValues.Invariant(id);
            yield return ReadResult<BankAccount>.Of(new Remote<BankAccount>(RemoteId.From(id), new BankAccount
            {
                Code = row.Text("ref"),
                Name = name,
                Currency = row.Currency("currency_code"),
                Active = (row.Text("clos") ?? row.Text("status")) != "1",
            })
            {
                Label = name,
            });
        }
    }
}
