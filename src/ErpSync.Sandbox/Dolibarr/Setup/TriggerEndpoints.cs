namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Event codes, and webhook targets: the module defines no rights, so that its endpoint refuses everybody, administrators too.</summary>
internal sealed class TriggerEndpoints(DolibarrState state)
{
    private static readonly (string Element, string Code, string Label, string Description)[] Events =
    [
        ("societe", "COMPANY_CREATE", "Third party created", "Executed when a third party is created"),
        ("societe", "COMPANY_MODIFY", "Third party update", "Executed when you update third party"),
        ("societe", "COMPANY_SENTBYMAIL", "Mails sent from third party card", "Executed when you send email from third party card"),
        ("societe", "COMPANY_DELETE", "Third party deleted", "Executed when you delete third party"),
        ("societe", "COMPANY_RIB_CREATE", "Third party payment information created", "Executed when a third party payment information is created"),
    ];

    public Answer? Triggers(ApiCall call)
    {
        if (state.Is18 || call is not { Method: "GET", Segments: [_, "actiontriggers"] })
            return null;
        var request = ListRequest.From(call, state, "");
        List<(string Element, string Code, string Label, string Description, int Place)> rows = [.. Events.Select((row, at) => (row.Element, row.Code, row.Label, row.Description, at + 1))];
        return new ListAnswer<(string Element, string Code, string Label, string Description, int Place)>(request.Cut(rows), static (w, row) =>
        {
            w.WriteStartObject();
            w.WriteString("id", Numbers.Text(row.Place));
            w.WriteString("elementtype", row.Element);
            w.WriteString("code", row.Code);
            w.WriteNull("contexts");
            w.WriteString("label", row.Label);
            w.WriteString("description", row.Description);
            w.WriteString("rang", Numbers.Text(row.Place));
            w.WriteEndObject();
        });
    }

    public Answer Webhooks(ApiCall call) => state.Is18
        ? DolibarrRouter.NotSimulated
        : throw new RestException(403) { Place = $"api_webhook.class.php:{(call.Method == "POST" ? 171 : call.Segments.Length > 1 ? 278 : 92)}" };
}
