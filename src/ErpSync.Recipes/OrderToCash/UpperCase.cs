namespace ErpSync.Recipes;

/// <summary>Writes the names of customers in upper case, and lets them count as equal whatever their case.</summary>
internal sealed class UpperCaseCustomers : KindDecorator<Customer>
{
    /// <inheritdoc/>
    public override KindProfile<Customer> Profile(KindProfile<Customer> profile) => profile with { Normalise = value => Upper(profile.Normalise(value)) };

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<Creation<Customer>>> CreateAsync(IReadOnlyList<Creation<Customer>> batch, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<Creation<Customer>>>([.. batch.Select(creation => creation with { Value = Upper(creation.Value) })]);

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<Revision<Customer>>> UpdateAsync(IReadOnlyList<Revision<Customer>> batch, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<Revision<Customer>>>([.. batch.Select(revision => revision with { Wanted = Upper(revision.Wanted) })]);

    private static Customer Upper(Customer value) => value with { FirstName = value.FirstName?.ToUpperInvariant(), LastName = value.LastName?.ToUpperInvariant(), Company = value.Company?.ToUpperInvariant() };
}

/// <summary>Writes the names of contacts in upper case, and lets them count as equal whatever their case.</summary>
internal sealed class UpperCaseContacts : KindDecorator<Contact>
{
    /// <inheritdoc/>
    public override KindProfile<Contact> Profile(KindProfile<Contact> profile) => profile with { Normalise = value => Upper(profile.Normalise(value)) };

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<Creation<Contact>>> CreateAsync(IReadOnlyList<Creation<Contact>> batch, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<Creation<Contact>>>([.. batch.Select(creation => creation with { Value = Upper(creation.Value) })]);

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<Revision<Contact>>> UpdateAsync(IReadOnlyList<Revision<Contact>> batch, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<Revision<Contact>>>([.. batch.Select(revision => revision with { Wanted = Upper(revision.Wanted) })]);

    private static Contact Upper(Contact value) => value with { FirstName = value.FirstName?.ToUpperInvariant(), LastName = value.LastName?.ToUpperInvariant() };
}
