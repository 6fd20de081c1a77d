using static ErpSync.Sqlite.Tests.Contract.Samples;

namespace ErpSync.Sqlite.Tests.Contract;

/// <summary>The same random commits carried out on two stores; both must accept or refuse each alike.</summary>
internal sealed class RandomHistory(int seed, ISyncStore expected, ISyncStore actual)
{
    private static readonly EntityKind[] Kinds = [EntityKind.Product, EntityKind.Category];
    private static readonly string[] Pairs = [Pair, "other"];
    private readonly Random _random = new(seed);

    public int Accepted { get; private set; }

    public int Refused { get; private set; }

    public async Task OpenAsync()
    {
        await expected.OpenAsync(None);
        await actual.OpenAsync(None);
    }

    public async Task StepAsync()
    {
        await expected.AddIntentsAsync([Intent($"{_random.Next(40)}") with { CreatedAt = Moment() }], [], None);
        await actual.AddIntentsAsync(await expected.ReadIntentsAsync(Pair, Kind, None), [], None);
        var changes = NextChanges();
        var outcomes = new List<string>();
        foreach (var store in (ISyncStore[])[expected, actual])
        {
            try
            {
                await store.CommitAsync(changes, None);
                outcomes.Add("accepted");
            }
            catch (StoreException exception)
            {
                outcomes.Add(exception.Problem.ToString());
            }
        }
        outcomes[1].Should().Be(outcomes[0]);
        Accepted += outcomes[0] == "accepted" ? 1 : 0;
        Refused += outcomes[0] == "accepted" ? 0 : 1;
    }

    public async Task CompareAsync()
    {
        foreach (var pair in Pairs)
        {
            foreach (var kind in Kinds)
            {
                foreach (var openOnly in (bool[])[false, true])
                {
                    var links = await expected.ReadLinksAsync(pair, kind, 0, 1000, openOnly, None);
                    (await actual.ReadLinksAsync(pair, kind, 0, 1000, openOnly, None)).Select(link => link.Text()).Should().Equal(links.Select(link => link.Text()));
                }
                (await actual.CountAsync(pair, kind, None)).Should().Be(await expected.CountAsync(pair, kind, None));
                (await actual.ReadUnlinkedAsync(pair, kind, null, 1000, None)).Should().Equal(await expected.ReadUnlinkedAsync(pair, kind, null, 1000, None));
                (await actual.ReadParkedAsync(pair, kind, None).ToListAsync()).Should().Equal(await expected.ReadParkedAsync(pair, kind, None).ToListAsync());
                (await actual.ReadIntentsAsync(pair, kind, None)).Select(intent => intent.Token).Should().Equal((await expected.ReadIntentsAsync(pair, kind, None)).Select(intent => intent.Token));
            }
            var query = new JournalQuery(pair) { Run = _random.Next(3) };
            (await actual.ReadJournalAsync(query, None).ToListAsync()).Should().Equal(await expected.ReadJournalAsync(query, None).ToListAsync());
            (await actual.GetTextAsync(pair, "1", None)).Should().Be(await expected.GetTextAsync(pair, "1", None));
        }
    }

    private StoreChanges NextChanges() => Changes(changes =>
    {
        for (var count = _random.Next(6); count > 0; count--)
            changes.Links.Add(NextLink());
        for (var count = _random.Next(3); count > 0; count--)
            changes.RemovedLinks.Add(_random.Next(1, 600));
        for (var count = _random.Next(4); count > 0; count--)
        {
            var key = NextKey();
            changes.Unlinked.Add(new Unlinked(key.Pair, key.Kind, key.Side, key.Id, Problem()) { SeenAt = Moment(), Candidates = _random.Next(2) == 0 ? [] : [NextKey().Id] });
            changes.NoLongerUnlinked.Add(NextKey());
            key = NextKey();
            changes.Parked.Add(new ParkedRecord(key.Pair, key.Kind, key.Side, key.Id, FullProblem) { ParkedAt = Moment(), Attempts = _random.Next(1, 9) });
            changes.NoLongerParked.Add(NextKey());
            key = NextKey();
            changes.Journal.Add(Entry(key.Id.Value, _random.Next(3), key.Side, key.Kind, key.Pair));
            changes.Texts.Add((key.Pair, $"{_random.Next(3)}", _random.Next(3) == 0 ? null : $"{count}"));
            changes.NewTexts.Add((NextKey().Pair, $"{_random.Next(3)}", $"new {count}"));
            changes.DoneIntents.Add((Pair, $"{_random.Next(40)}"));
        }
        if (_random.Next(10) == 0)
            changes.ForgetUnlinked.Add((Pairs[_random.Next(2)], Kinds[_random.Next(2)], Moment()));
    });

    private Link NextLink()
    {
        var first = new LinkEnd(new RemoteId($"{_random.Next(2000)}")) { Fingerprint = new byte[] { (byte)_random.Next(256) } };
        var second = new LinkEnd(new RemoteId($"x{_random.Next(2000)}")) { Base = new byte[] { (byte)_random.Next(256) } };
        return new Link(Pairs[_random.Next(2)], Kinds[_random.Next(2)], first, second)
        {
            Number = _random.Next(40) == 0 ? _random.Next(1, 400) : 0,
            GoneAt = _random.Next(4) switch { 0 => Side.First, 1 => Side.Second, _ => null },
            Open = _random.Next(3) == 0 ? [new OpenField("name", OpenReason.Conflict, Moment())] : [],
            LinkedAt = Moment(),
        };
    }

    private RecordKey NextKey() => new(Pairs[_random.Next(2)], Kinds[_random.Next(2)], (Side)_random.Next(2), new RemoteId($"{_random.Next(60)}ü"));

    private DateTimeOffset Moment() => Now.AddHours(_random.Next(100));
}
