namespace ErpSync.Simulation.Model;

/// <summary>The smallest part of a record that a user can type into: a field, one language of it or one key of it.</summary>
/// <param name="Name">Its name, for example <c>Name.fr</c>.</param>
/// <param name="Field">The field of the shape that it is part of.</param>
/// <param name="IsKey">True when records are matched by it.</param>
internal abstract record Atom(string Name, string Field, bool IsKey);

/// <summary>An atom of one kind.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Field">Its field.</param>
/// <param name="IsKey">True when records are matched by it.</param>
/// <param name="Edit">The number of the edit that a record holds here; 0 for none.</param>
/// <param name="Text">What it holds, as text.</param>
/// <param name="With">The record with a value that carries the edit's number.</param>
internal sealed record Atom<T>(string Name, string Field, bool IsKey, Func<T, int> Edit, Func<T, string> Text, Func<T, int, Dice, T> With) : Atom(Name, Field, IsKey);
