using ErpSync.Dolibarr;
using ErpSync.PrestaShop;
using ErpSync.Testing;
using ErpSync.Vtiger;
using ErpSync.WooCommerce;

namespace ErpSync.Wire;

/// <summary>One connector's way to read recorded exchanges.</summary>
internal abstract class WireSystem : IDisposable
{
    public static IReadOnlyList<string> Names { get; } = ["prestashop", "dolibarr", "woocommerce", "vtiger"];

    public static WireSystem? For(string system) => system switch
    {
        "prestashop" => new PrestaShopWire(),
        "dolibarr" => new DolibarrWire(),
        "woocommerce" => new WooCommerceWire(),
        "vtiger" => new VtigerWire(),
        _ => null,
    };

    public abstract Task<WireLine> ReadAsync(Recording recording);

    public abstract void Dispose();

    private static WireLine Read(int count, string text, IReadOnlyList<SyncProblem> problems) => problems.Count == 0
        ? new WireLine(WireVerdict.Read, $"{count} {(count == 1 ? "record" : "records")}, {text}")
        : new WireLine(WireVerdict.Failed, $"{count} read, {problems.Count} unreadable: {problems[0]}");

    private static WireLine Classified(SyncProblem problem) => new(WireVerdict.Classified, $"{problem.Kind} [{problem.Code}] {problem.Message}");

    private sealed class PrestaShopWire : WireSystem
    {
        private readonly PrestaShopRecordings _recordings = new();

        public override async Task<WireLine> ReadAsync(Recording recording)
        {
            var (request, response) = (recording.Request, recording.Response);
            var outcome = await _recordings.ReadAsync(
                request.Method, request.PathAndQuery, response?.Status ?? 0, response?.Headers ?? new Dictionary<string, string>(StringComparer.Ordinal), response?.Body, recording.Direction, default);
            return outcome switch
            {
                PrestaShop.WireOutcome.Read read => Read(read.Count, read.Text, read.Problems),
                PrestaShop.WireOutcome.Classified classified => Classified(classified.Problem),
                PrestaShop.WireOutcome.NotApplicable none => new WireLine(WireVerdict.NotApplicable, none.Reason),
                _ => new WireLine(WireVerdict.Failed, "no outcome"),
            };
        }

        public override void Dispose() => _recordings.Dispose();
    }

    private sealed class DolibarrWire : WireSystem
    {
        private readonly DolibarrRecordings _recordings = new();

        public override async Task<WireLine> ReadAsync(Recording recording)
        {
            var (request, response) = (recording.Request, recording.Response);
            var outcome = await _recordings.ReadAsync(
                request.Method, request.PathAndQuery, response?.Status ?? 0, response?.Headers ?? new Dictionary<string, string>(StringComparer.Ordinal), response?.Body, recording.Direction, request.Body);
            return outcome switch
            {
                Dolibarr.WireOutcome.Read read => Read(read.Count, read.Text, read.Problems),
                Dolibarr.WireOutcome.Classified classified => Classified(classified.Problem),
                Dolibarr.WireOutcome.NotApplicable none => new WireLine(WireVerdict.NotApplicable, none.Reason),
                _ => new WireLine(WireVerdict.Failed, "no outcome"),
            };
        }

        public override void Dispose() => _recordings.Dispose();
    }

    private sealed class VtigerWire : WireSystem
    {
        private readonly VtigerRecordings _recordings = new();

        public override async Task<WireLine> ReadAsync(Recording recording)
        {
            var (request, response) = (recording.Request, recording.Response);
            var outcome = await _recordings.ReadAsync(
                request.Method, request.PathAndQuery, request.Body, response?.Status ?? 0, response?.Headers ?? new Dictionary<string, string>(StringComparer.Ordinal), response?.Body);
            return outcome switch
            {
                Vtiger.WireOutcome.Read read => Read(read.Count, read.Text, read.Problems),
                Vtiger.WireOutcome.Classified classified => Classified(classified.Problem),
                Vtiger.WireOutcome.NotApplicable none => new WireLine(WireVerdict.NotApplicable, none.Reason),
                _ => new WireLine(WireVerdict.Failed, "no outcome"),
            };
        }

        public override void Dispose() => _recordings.Dispose();
    }

    private sealed class WooCommerceWire : WireSystem
    {
        private readonly WooRecordings _recordings = new();

        public override async Task<WireLine> ReadAsync(Recording recording)
        {
            var (request, response) = (recording.Request, recording.Response);
            var outcome = await _recordings.ReadAsync(
                request.Method, request.PathAndQuery, request.Headers, request.Body, response?.Status ?? 0, response?.Headers ?? new Dictionary<string, string>(StringComparer.Ordinal), response?.Body, recording.Direction);
            return outcome switch
            {
                WooCommerce.WireOutcome.Read read => Read(read.Count, read.Text, read.Problems),
                WooCommerce.WireOutcome.Classified classified => Classified(classified.Problem),
                WooCommerce.WireOutcome.NotApplicable none => new WireLine(WireVerdict.NotApplicable, none.Reason),
                _ => new WireLine(WireVerdict.Failed, "no outcome"),
            };
        }

        public override void Dispose() => _recordings.Dispose();
    }
}
