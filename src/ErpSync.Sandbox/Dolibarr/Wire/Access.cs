namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Checks modules and rights.</summary>
internal static class Access
{
    /// <summary>Refuses a user without the right, and everybody when the module is off: the right then does not exist.</summary>
    /// <exception cref="RestException">403; 401 in version 18.</exception>
    public static void Need(ApiCall call, DolibarrState state, DolibarrRights right, string? module, string place)
    {
        if (call.Rights.HasFlag(right) && (module is null || state.Modules.Contains(module) || (module == "product" && state.Modules.Contains("service"))))
            return;
        throw new RestException(state.Is18 ? 401 : 403) { Place = place };
    }
}
