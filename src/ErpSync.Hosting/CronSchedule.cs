using Quartz;

namespace ErpSync.Hosting;

/// <summary>Due by a cron expression. A time that was missed while the host was down is made up for once.</summary>
internal sealed class CronSchedule : IFeedSchedule
{
    private readonly CronExpression _expression;

    public CronSchedule(string expression, TimeZoneInfo zone)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(expression);
        ArgumentNullException.ThrowIfNull(zone);
        try
        {
            _expression = new CronExpression(expression, zone);
        }
        catch (FormatException exception)
        {
            throw new ArgumentException($"'{expression}' is not a cron expression: {exception.Message} Six or seven fields are wanted: second, minute, hour, day of month, month, day of week, year.", nameof(expression), exception);
        }

        Description = $"cron {expression} ({zone.Id})";
    }

    public string Description { get; }

    // A feed that never ran is due at the next time that the expression names, not at once: a nightly check must not begin at noon because it is new.
    public DateTimeOffset? NextAfter(DateTimeOffset? last, DateTimeOffset since) => _expression.GetNextValidTimeAfter(last ?? since);
}
