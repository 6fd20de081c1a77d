using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Docs;

/// <summary>Sends notices to people, each once while its cause lasts.</summary>
internal static class Notices
{
    public static void Configure(IServiceCollection services)
    {
        services.AddSingleton<ISyncNotifier, MailNotifier>();
        services.AddErpSync(options =>
        {
            options.Notices.ParkedLongerThan = TimeSpan.FromHours(8);
            options.Notices.SilentLongerThan = TimeSpan.FromHours(2);
        });
    }

    /// <summary>Called by a timer of the host, so that a pair that does not run at all is noticed.</summary>
    public static Task LookAsync(ISyncControl control) => control.CheckNoticesAsync("main");

    private sealed class MailNotifier : ISyncNotifier
    {
        public Task NotifyAsync(SyncNotice notice, CancellationToken cancellationToken) =>
            notice.Code is NoticeCodes.KeyRefused or NoticeCodes.BrakeTripped ? SendAsync("on-call", notice.Message) : SendAsync("team", notice.Message);

        private static Task SendAsync(string to, string text) => Console.Out.WriteLineAsync($"to {to}: {text}");
    }
}
