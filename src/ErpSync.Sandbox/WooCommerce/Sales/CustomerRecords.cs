using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.WooCommerce;

/// <summary>Registered users.</summary>
internal static class CustomerRecords
{
    private static readonly string[] Address = ["first_name", "last_name", "company", "address_1", "address_2", "city", "postcode", "country", "state"];

    public static JsonObject Create(WooCommerceState state, JsonObject body, long id = 0)
    {
        if (body["email"] is null)
            throw RestProblem.Missing("email");
        if (id == 0)
            id = state.NextUser();
        else
            state.ReserveUser(id + 1);
        var customer = new JsonObject { ["id"] = id };
        state.Date(customer, "date_created", state.Now);
        state.Date(customer, "date_modified", state.Now);
        customer["email"] = Email(state, body.Text("email"), 0);
        customer["first_name"] = "";
        customer["last_name"] = "";
        customer["role"] = "customer";
        customer["username"] = body.Text("username") is { Length: > 0 } user ? user : body.Text("email").Split('@')[0];
        customer["billing"] = EmptyAddress(isBilling: true);
        customer["shipping"] = EmptyAddress(isBilling: false);
        customer["is_paying_customer"] = false;
        customer["avatar_url"] = "https://secure.gravatar.com/avatar/0";
        customer["meta_data"] = new JsonArray();
        Apply(state, customer, body);
        state.Customers[id] = customer;
        state.Queue.Add(state, "customer", "created", customer);
        return customer;
    }

    public static void Update(WooCommerceState state, JsonObject customer, JsonObject body)
    {
        if (body["email"] is not null)
            customer["email"] = Email(state, body.Text("email"), customer.Whole("id"));
        Apply(state, customer, body);
        state.Touch(customer);
        state.Queue.Add(state, "customer", "updated", customer);
    }

    public static void Delete(WooCommerceState state, JsonObject customer, bool force)
    {
        if (!force)
            throw new RestProblem(501, "woocommerce_rest_trash_not_supported", "Customers do not support trashing.");
        state.Customers.Remove(customer.Whole("id"));
        state.Queue.Add(state, "customer", "deleted", customer);
    }

    public static JsonObject EmptyAddress(bool isBilling)
    {
        var address = new JsonObject();
        foreach (var field in Address)
            address[field] = "";
        if (isBilling)
            address["email"] = "";
        address["phone"] = "";
        return address;
    }

    public static void Merge(JsonObject into, JsonNode? given)
    {
        if (given is not JsonObject parts)
            return;
        foreach (var (name, value) in parts)
        {
            if (into.ContainsKey(name))
                into[name] = value?.ToString() ?? "";
        }
    }

    private static void Apply(WooCommerceState state, JsonObject customer, JsonObject body)
    {
        foreach (var name in new[] { "first_name", "last_name" })
        {
            if (body[name] is not null)
                customer[name] = TextForms.Html(body.Text(name).Trim());
        }

        Merge((JsonObject)customer["billing"]!, body["billing"]);
        Merge((JsonObject)customer["shipping"]!, body["shipping"]);
        state.Meta(customer, body["meta_data"]);
    }

    private static string Email(WooCommerceState state, string email, long self)
    {
        if (!email.Contains('@', StringComparison.Ordinal) || email.Contains(' ', StringComparison.Ordinal))
            throw new RestProblem(400, "customer_invalid_email", "Invalid email address");
        return state.Customers.Values.Any(other => other.Whole("id") != self && string.Equals(other.Text("email"), email, StringComparison.OrdinalIgnoreCase))
            ? throw new RestProblem(400, "registration-error-email-exists", $"An account is already registered with {email}. Please log in or use a different email address.")
            : email;
    }
}
