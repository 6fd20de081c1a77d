namespace ErpSync.Recording;

/// <summary>Says in the log that a record was parked or given up; without its id, which may be a person's.</summary>
internal static class ParkedLog
{
    public static void Write(PassContext context, ParkedRecord record)
    {
        if (record.State == ParkedState.Dead)
            EngineLog.DeadLetter(context.Logger, context.Pair, record.Kind.Name, context.NameOf(record.Side), record.Attempts, record.Problem.Code);
        else if (record.State == ParkedState.Waiting)
            EngineLog.Parked(context.Logger, context.Pair, record.Kind.Name, context.NameOf(record.Side), record.Attempts, record.Problem.Code);
    }
}
