using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The user of the key with the list of rights, which is only shown when it is asked for.</summary>
internal static class UserRights
{
    public static void Write(Utf8JsonWriter writer, ObjectTemplate<DolibarrState> user, DolibarrState state, DolibarrRights rights) =>
        user.Write(writer, state, user.Names.Where(name => name != "rights").ToHashSet(StringComparer.Ordinal), w =>
        {
            w.WriteStartObject("rights");
            Module(w, "produit", rights, ("lire", DolibarrRights.ProductRead), ("creer", DolibarrRights.ProductWrite), ("supprimer", DolibarrRights.ProductDelete));
            Module(w, "categorie", rights, ("lire", DolibarrRights.CategoryRead), ("creer", DolibarrRights.CategoryWrite), ("supprimer", DolibarrRights.CategoryDelete));
            w.WriteStartObject("societe");
            Write(w, rights, ("lire", DolibarrRights.ThirdPartyRead), ("creer", DolibarrRights.ThirdPartyWrite), ("supprimer", DolibarrRights.ThirdPartyDelete));
            Module(w, "client", rights, ("voir", DolibarrRights.AllCustomers));
            Module(w, "contact", rights, ("lire", DolibarrRights.ThirdPartyRead), ("creer", DolibarrRights.ThirdPartyWrite), ("supprimer", DolibarrRights.ThirdPartyDelete));
            w.WriteEndObject();
            w.WriteStartObject("stock");
            Write(w, rights, ("lire", DolibarrRights.StockRead), ("creer", DolibarrRights.StockWrite));
            Module(w, "mouvement", rights, ("lire", DolibarrRights.MovementRead), ("creer", DolibarrRights.MovementWrite));
            w.WriteEndObject();
            w.WriteEndObject();
        });

    private static void Module(Utf8JsonWriter writer, string name, DolibarrRights rights, params ReadOnlySpan<(string Right, DolibarrRights Flag)> list)
    {
        writer.WriteStartObject(name);
        Write(writer, rights, list);
        writer.WriteEndObject();
    }

    // A right that the user lacks is not in the list.
    private static void Write(Utf8JsonWriter writer, DolibarrRights rights, params ReadOnlySpan<(string Right, DolibarrRights Flag)> list)
    {
        foreach (var (right, flag) in list)
        {
            if (rights.HasFlag(flag))
                writer.WriteNumber(right, 1);
        }
    }
}
