namespace ErpSync.Sandbox.PrestaShop;

/// <summary>Who buys and what was bought: customers, addresses, carts, orders and what hangs on them.</summary>
public sealed class PrestaShopSales
{
    private readonly PrestaShopState _state;
    private readonly Dictionary<string, ITable> _tables = new(StringComparer.Ordinal);

    internal PrestaShopSales(PrestaShopState state)
    {
        _state = state;
        Customers = Add(PartySchemas.Customers);
        Addresses = Add(PartySchemas.Addresses);
        Groups = Add(PartySchemas.Groups);
        Guests = Add(PartySchemas.Guests);
        States = Add(PartySchemas.States);
        Zones = Add(PartySchemas.Zones);
        Carriers = Add(PartySchemas.Carriers);
        Messages = Add(PartySchemas.Messages);
        CustomerThreads = Add(PartySchemas.CustomerThreads);
        CustomerMessages = Add(PartySchemas.CustomerMessages);
        Carts = Add(SalesSchemas.Carts);
        CartRules = Add(SalesSchemas.CartRules);
        Orders = Add(SalesSchemas.Orders);
        OrderStates = Add(SalesSchemas.OrderStates);
        OrderSlips = Add(SalesSchemas.OrderSlips);
        Details = Add(OrderPartSchemas.Details);
        Histories = Add(OrderPartSchemas.Histories);
        Payments = Add(OrderPartSchemas.Payments);
        Invoices = Add(OrderPartSchemas.Invoices);
        OrderCarriers = Add(OrderPartSchemas.Carriers);
        OrderCartRules = Add(OrderPartSchemas.CartRules);
    }

    /// <summary>The customers.</summary>
    public PrestaShopTable<PrestaShopRecord> Customers { get; }

    /// <summary>The addresses.</summary>
    public PrestaShopTable<PrestaShopRecord> Addresses { get; }

    /// <summary>The customer groups: 1 visitor, 2 guest, 3 customer.</summary>
    public PrestaShopTable<PrestaShopRecord> Groups { get; }

    /// <summary>The visitors.</summary>
    public PrestaShopTable<PrestaShopRecord> Guests { get; }

    /// <summary>The states of countries; a few are there from the start.</summary>
    public PrestaShopTable<PrestaShopRecord> States { get; }

    /// <summary>The zones.</summary>
    public PrestaShopTable<PrestaShopRecord> Zones { get; }

    /// <summary>The carriers: 1 is free, 2 costs 7.00, 3 and 4 are switched off.</summary>
    public PrestaShopTable<PrestaShopRecord> Carriers { get; }

    /// <summary>The messages about orders of old shops and modules.</summary>
    public PrestaShopTable<PrestaShopRecord> Messages { get; }

    /// <summary>The conversations with customers.</summary>
    public PrestaShopTable<PrestaShopRecord> CustomerThreads { get; }

    /// <summary>The messages of the conversations.</summary>
    public PrestaShopTable<PrestaShopRecord> CustomerMessages { get; }

    /// <summary>The carts.</summary>
    public PrestaShopTable<PrestaShopRecord> Carts { get; }

    /// <summary>The vouchers.</summary>
    public PrestaShopTable<PrestaShopRecord> CartRules { get; }

    /// <summary>The orders.</summary>
    public PrestaShopTable<PrestaShopRecord> Orders { get; }

    /// <summary>The states of orders, 1 to 13, with the flags of a new installation.</summary>
    public PrestaShopTable<PrestaShopRecord> OrderStates { get; }

    /// <summary>The credit slips.</summary>
    public PrestaShopTable<PrestaShopRecord> OrderSlips { get; }

    /// <summary>The lines of orders.</summary>
    public PrestaShopTable<PrestaShopRecord> Details { get; }

    /// <summary>The states that orders went through.</summary>
    public PrestaShopTable<PrestaShopRecord> Histories { get; }

    /// <summary>The payments.</summary>
    public PrestaShopTable<PrestaShopRecord> Payments { get; }

    /// <summary>The invoices.</summary>
    public PrestaShopTable<PrestaShopRecord> Invoices { get; }

    /// <summary>The parcels.</summary>
    public PrestaShopTable<PrestaShopRecord> OrderCarriers { get; }

    /// <summary>The vouchers that orders used.</summary>
    public PrestaShopTable<PrestaShopRecord> OrderCartRules { get; }

    /// <summary>The mails that customers got, oldest first.</summary>
    public IReadOnlyList<PrestaShopMail> Mails
    {
        get
        {
            lock (_state.Gate)
                return [.. Sent];
        }
    }

    /// <summary>The payment modules that are installed, by technical name.</summary>
    public ISet<string> PaymentModules { get; } = new HashSet<string>(StringComparer.Ordinal) { "ps_wirepayment", "ps_checkpayment", "ps_cashondelivery" };

    internal List<PrestaShopMail> Sent { get; } = [];

    /// <summary>Adds a customer who registered.</summary>
    /// <param name="email">The e-mail address.</param>
    /// <param name="firstName">The first name.</param>
    /// <param name="lastName">The family name.</param>
    /// <returns>The stored customer.</returns>
    public PrestaShopRecord AddCustomer(string email, string firstName = "John", string lastName = "Doe")
    {
        lock (_state.Gate)
        {
            var customer = SalesSeeds.Customer(_state).With(("email", email), ("firstname", firstName), ("lastname", lastName));
            customer.SetList("groups", ["3"]);
            return Customers.Insert(customer);
        }
    }

    /// <summary>Deletes a customer as the back office does: addresses go too unless orders use them, orders keep the number.</summary>
    /// <param name="customerId">The customer.</param>
    /// <returns>False when there was none.</returns>
    public bool RemoveCustomer(int customerId)
    {
        lock (_state.Gate)
            return Customers.Find(customerId) is { } customer && SalesRules.Delete(_state, customer);
    }

    /// <summary>Adds an address in France.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="city">The town.</param>
    /// <returns>The stored address.</returns>
    public PrestaShopRecord AddAddress(int customerId, string city = "Paris")
    {
        lock (_state.Gate)
            return Addresses.Insert(SalesSeeds.Address(_state, customerId).With(("city", city)));
    }

    /// <summary>Adds a carrier with a reference of its own.</summary>
    /// <param name="name">The name.</param>
    /// <param name="price">What it costs without tax, in the default currency.</param>
    /// <returns>The stored carrier.</returns>
    public PrestaShopRecord AddCarrier(string name, decimal price)
    {
        lock (_state.Gate)
            return Carriers.Insert(SalesSeeds.Carrier(_state, name, price));
    }

    /// <summary>Adds a voucher.</summary>
    /// <param name="code">The code.</param>
    /// <param name="name">The name in every language.</param>
    /// <returns>The stored voucher.</returns>
    public PrestaShopRecord AddCartRule(string code, string name)
    {
        lock (_state.Gate)
            return CartRules.Insert(SalesSeeds.CartRule(_state).With(("code", code), ("name", name)));
    }

    /// <summary>Adds a cart that was not ordered yet.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="addressId">The address of delivery and bill.</param>
    /// <param name="lines">What is in it.</param>
    /// <returns>The stored cart.</returns>
    public PrestaShopRecord AddCart(int customerId, int addressId, params IReadOnlyList<PrestaShopOrderLine> lines)
    {
        lock (_state.Gate)
            return Carts[new Checkout(_state).Cart(new PrestaShopOrderDraft { CustomerId = customerId, AddressId = addressId, Lines = lines })].With(("delivery_option", ""));
    }

    /// <summary>Places an order as a checkout does: amounts are reckoned and rounded by the shop's settings, stock is taken.</summary>
    /// <param name="draft">The order.</param>
    /// <returns>The stored order.</returns>
    public PrestaShopRecord PlaceOrder(PrestaShopOrderDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        lock (_state.Gate)
            return new Checkout(_state).Place(draft);
    }

    /// <summary>Brings an order into a state as the back office does, without a mail.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="stateId">The state.</param>
    public void ChangeState(int orderId, int stateId)
    {
        lock (_state.Gate)
            OrderFlow.Change(_state, Orders[orderId], stateId, history: null);
    }

    /// <summary>Deletes an order as the webservice does: its lines and its history stay behind.</summary>
    /// <param name="orderId">The order.</param>
    /// <returns>False when there was none.</returns>
    public bool RemoveOrder(int orderId)
    {
        lock (_state.Gate)
            return Orders.Delete(orderId);
    }

    /// <summary>Takes a line out of an order; what the order amounts to is left to the caller.</summary>
    /// <param name="detailId">The line.</param>
    /// <returns>False when there was none.</returns>
    public bool RemoveLine(int detailId)
    {
        lock (_state.Gate)
            return Details.Delete(detailId);
    }

    /// <summary>Writes to the customer about an order, or a note that only the house reads.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="text">The words.</param>
    /// <param name="isPrivate">True for a note.</param>
    /// <returns>The stored message.</returns>
    public PrestaShopRecord AddMessage(int orderId, string text, bool isPrivate = false)
    {
        lock (_state.Gate)
            return SalesSeeds.Message(_state, Orders[orderId], text, isPrivate);
    }

    /// <summary>Writes a message at the order itself, as old shops and some modules do.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="text">The words.</param>
    /// <param name="isPrivate">True for a note of an employee that the customer must not read.</param>
    /// <returns>The stored message.</returns>
    public PrestaShopRecord AddOldMessage(int orderId, string text, bool isPrivate = false)
    {
        lock (_state.Gate)
        {
            return Messages.Insert(new PrestaShopRecord(PartySchemas.Messages).With(
                ("id_order", orderId), ("id_customer", Orders[orderId].Number("id_customer")), ("id_employee", isPrivate ? 1 : 0), ("message", text), ("private", isPrivate), ("date_add", _state.Now)));
        }
    }

    /// <summary>Adds a payment to an order; neither its state nor what counts as paid changes, as with payments that the webservice gets.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="amount">The amount, in the order's currency.</param>
    /// <param name="method">The way of payment as the shop words it.</param>
    /// <param name="transactionId">The provider's number; empty for none.</param>
    /// <returns>The stored payment.</returns>
    public PrestaShopRecord AddPayment(int orderId, decimal amount, string method = "Bank transfer", string transactionId = "")
    {
        lock (_state.Gate)
            return Payments.Insert(SalesSeeds.Payment(_state, Orders[orderId], amount).With(("payment_method", method), ("transaction_id", transactionId)));
    }

    /// <summary>Adds a credit slip about lines of an order.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="shippingGross">Shipping that is given back, with 20 % tax; 0 for none.</param>
    /// <param name="lines">The line's id and how many are given back.</param>
    /// <returns>The stored slip.</returns>
    public PrestaShopRecord AddSlip(int orderId, decimal shippingGross, params (int DetailId, int Quantity)[] lines)
    {
        lock (_state.Gate)
            return OrderSlips.Insert(SalesSeeds.Slip(_state, Orders[orderId], shippingGross, lines));
    }

    internal ITable? Table(Resource resource) => _tables.GetValueOrDefault(resource.Name);

    private PrestaShopTable<PrestaShopRecord> Add(Resource resource)
    {
        var table = new PrestaShopTable<PrestaShopRecord>(_state, resource, () => new PrestaShopRecord(resource));
        _tables[resource.Name] = table;
        return table;
    }
}
