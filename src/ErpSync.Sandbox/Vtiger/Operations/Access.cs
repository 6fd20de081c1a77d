namespace ErpSync.Sandbox.Vtiger;

/// <summary>What a user may do, and how it is told that it may not.</summary>
internal static class Access
{
    /// <summary>A module that the user may use.</summary>
    /// <exception cref="VtigerProblem">It is unknown or hidden.</exception>
    /// <exception cref="NotSimulatedException">The server has it, the stand-in has not.</exception>
    public static Module Module(VtigerState state, VtigerUser user, string name, string suffix = "")
    {
        if (!SchemaOperations.IsListed(user, name))
            throw VtigerProblem.Denied(SchemaOperations.IsKnown(name) ? "" : suffix);
        return state.Modules.GetValueOrDefault(name) ?? throw new NotSimulatedException($"the module {name}");
    }

    public static bool MayWrite(VtigerUser user, Module module) =>
        user.IsAdmin || (!user.ReadOnly.Contains(module.Name) && module.Name is not ("Currency" or "Tax" or "Users" or "Groups" or "CompanyDetails"));

    public static bool Sees(VtigerState state, VtigerUser user, VtigerRecord record) =>
        user.IsAdmin || !user.Private.Contains(record.Module) || record["assigned_user_id"] == state.UserId(user);
}
