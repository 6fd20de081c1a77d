using System.Globalization;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>The database of a simulated vtiger CRM, for seeding and inspecting. Safe for use beside running requests only where a member says so.</summary>
public sealed partial class VtigerState
{
    private static readonly string[] Actors = ["Users", "Groups", "Currency", "Tax", "DocumentFolders", "CompanyDetails"];
    private readonly TimeProvider _clock;
    private readonly Dictionary<string, long> _names = new(StringComparer.Ordinal);
    private long _number = 1;

    internal VtigerState(VtigerSandboxOptions options, TimeProvider clock)
    {
        Options = options;
        _clock = clock;
        Sessions = new SessionTable(options, clock);
        Tables = Actors.ToDictionary(name => name, _ => new SortedDictionary<long, VtigerRecord>(), StringComparer.Ordinal);
        Writer = new RecordWriter(this);
        foreach (var (module, prefix) in options.Prefixes)
            Modules[module] = Modules[module].WithPrefix(prefix);
        SeedServer();
    }

    /// <summary>The records of entity modules by number, those in the recycle bin included.</summary>
    public SortedDictionary<long, VtigerRecord> Records { get; } = [];

    /// <summary>The lines of all orders, in the order of their numbers.</summary>
    public List<VtigerLine> Lines { get; } = [];

    /// <summary>The users, the administrator first.</summary>
    public IReadOnlyList<VtigerUser> Users => _users;

    internal Lock Gate { get; } = new();

    internal VtigerSandboxOptions Options { get; }

    internal SessionTable Sessions { get; }

    internal Dictionary<string, Module> Modules { get; } = SchemaFiles.Modules();

    /// <summary>Rows of helper modules: users, groups, currencies, taxes, folders.</summary>
    internal Dictionary<string, SortedDictionary<long, VtigerRecord>> Tables { get; }

    /// <summary>Which records are related: the two numbers, in both directions.</summary>
    internal HashSet<(long From, long To)> Relations { get; } = [];

    internal Dictionary<string, ApplicationKey> Applications { get; } = new(StringComparer.Ordinal);

    internal RecordWriter Writer { get; }

    internal DateTimeOffset Now => _clock.GetUtcNow();

    internal bool IsPhp8 => int.Parse(Options.Version.Split('.')[0], CultureInfo.InvariantCulture) >= 8;

    internal long BaseCurrency => Tables["Currency"].Values.First(row => row["defaultid"] == "-11").Number;

    internal long NextNumber() => ++_number;

    /// <summary>The next record of any module gets at least this number.</summary>
    /// <param name="number">The number behind the x.</param>
    public void Reserve(long number) => _number = Math.Max(_number, number - 1);

    internal string NextName(Module module)
    {
        var next = _names.GetValueOrDefault(module.Name) + 1;
        _names[module.Name] = next;
        return module.NumberPrefix + next.ToString(CultureInfo.InvariantCulture);
    }

    internal void ReserveName(string module, long next) => _names[module] = next - 1;

    internal Module? ModuleOf(string prefix) => Modules.Values.FirstOrDefault(module => module.Prefix == prefix);

    internal IEnumerable<VtigerRecord> Of(Module module) => module.IsEntity && module.Name != "Users"
        ? Records.Values.Where(record => record.Module == module.Name)
        : Tables.TryGetValue(module.Name, out var table) ? table.Values : [];

    internal IEnumerable<VtigerRecord> ActiveCurrencies() => Tables["Currency"].Values.Where(row => row["currency_status"] == "Active");

    internal IEnumerable<VtigerRecord> ActiveTaxes() => Tables["Tax"].Values.Where(row => row["deleted"] == "0");

    internal VtigerUser UserOf(long number) => _users.First(user => user.Number == number);

    /// <summary>New settings of a user whose row is there already.</summary>
    internal void ReplaceUser(VtigerUser user) => _users[_users.FindIndex(known => known.Number == user.Number)] = user;

    internal string UserId(VtigerUser user) => Ids.Join(Modules["Users"].Prefix, user.Number);

    /// <summary>Whether an id names a record that is there and not deleted.</summary>
    internal bool Exists(string id)
    {
        if (Ids.Split(id) is not var (prefix, _) || Ids.Number(id) is not { } number || ModuleOf(prefix) is not { } module)
            return false;
        return module.IsEntity && module.Name != "Users"
            ? Records.TryGetValue(number, out var record) && record.Module == module.Name && !record.IsDeleted
            : Tables.TryGetValue(module.Name, out var table) && table.ContainsKey(number);
    }

    /// <summary>Whether an id names a user or a group.</summary>
    internal bool HasOwner(string id) => Ids.Split(id) is var (prefix, _) && ModuleOf(prefix)?.Name is "Users" or "Groups" && Exists(id);

    internal IReadOnlyList<VtigerLine> LinesOf(long order) => [.. Lines.Where(line => line.Parent == order)];
}
