using System.Globalization;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>The lengths of text columns, as the server's schema has them; describe tells none.</summary>
internal static class ColumnLengths
{
    private const string Table = """
        Accounts accountname 100 phone 30 website 100 fax 30 tickersymbol 30 otherphone 30 email1 100 email2 100 ownership 50 rating 200 industry 200 siccode 50 accounttype 200
        Accounts bill_street 250 ship_street 250 bill_city 30 ship_city 30 bill_state 30 ship_state 30 bill_code 30 ship_code 30 bill_country 30 ship_country 30 bill_pobox 30 ship_pobox 30
        Contacts salutationtype 200 firstname 40 lastname 80 phone 50 mobile 50 homephone 50 leadsource 200 otherphone 50 title 50 fax 50 department 30 email 100 assistant 30 secondaryemail 100
        Contacts assistantphone 50 mailingstreet 250 otherstreet 250 mailingcity 40 othercity 40 mailingstate 30 otherstate 50 mailingzip 30 otherzip 30 mailingcountry 40 othercountry 30
        Contacts mailingpobox 30 otherpobox 30
        Leads salutationtype 200 firstname 40 lastname 80 phone 50 mobile 50 company 100 fax 50 designation 50 email 100 leadsource 200 website 255 industry 200 leadstatus 200 rating 200
        Leads secondaryemail 100 lane 250 code 30 city 30 country 30 state 30 pobox 30
        Potentials potentialname 120 opportunity_type 200 nextstep 100 leadsource 200 sales_stage 200
        Products productname 100 productcode 40 manufacturer 200 productcategory 200 website 100 mfr_part_no 200 vendor_part_no 200 serial_no 200 productsheet 200 glacct 200 taxclass 200 usageunit 200
        Services servicename 50 servicecategory 200 service_usageunit 200 website 100
        Vendors vendorname 100 phone 100 email 100 website 100 glacct 200 category 50 city 30 state 30 pobox 30 postalcode 100 country 100
        PriceBooks bookname 100
        Quotes subject 100 quotestage 200 shipping 100
        SalesOrder subject 100 customerno 100
        Invoice subject 100 customerno 100
        PurchaseOrder subject 100 requisition_no 100 tracking_no 100 postatus 200
        Orders bill_street 250 ship_street 250 bill_city 30 ship_city 30 bill_state 30 ship_state 30 bill_code 30 ship_code 30 bill_country 30 ship_country 30 bill_pobox 30 ship_pobox 30
        Documents notes_title 50 filename 200 filetype 50 fileversion 50
        """;

    private static readonly Dictionary<string, int> Lengths = Build();

    /// <summary>The length at which a text is cut: 255 for fields without a known one, none for long texts.</summary>
    public static int Of(Module module, ModuleField field)
    {
        if (Lengths.TryGetValue($"{module.Name}.{field.Name}", out var length) || (module.IsInventory && Lengths.TryGetValue("Orders." + field.Name, out length)))
            return length;
        return field.Type == "text" ? int.MaxValue : 255;
    }

    private static Dictionary<string, int> Build()
    {
        var lengths = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in Table.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            for (var i = 1; i + 1 < words.Length; i += 2)
                lengths[$"{words[0]}.{words[i]}"] = int.Parse(words[i + 1], CultureInfo.InvariantCulture);
        }

        return lengths;
    }
}
