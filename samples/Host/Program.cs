using ErpSync.Host;

// No argument: the web host and its feeds. "console": commands by hand, one a line. Anything else: one command.
var builder = WebApplication.CreateBuilder(args);
builder.Configuration.AddUserSecrets<Program>(optional: true).AddEnvironmentVariables("ERPSYNC_");
builder.Logging.SetMinimumLevel(LogLevel.Warning);
var isWeb = args.Length == 0 || args[0].StartsWith("--", StringComparison.Ordinal);
await using var demo = await Demo.StartIfUnconfiguredAsync(builder.Configuration);
Setup.Add(builder.Services, builder.Configuration, feeds: isWeb);
builder.WebHost.UseUrls(builder.Configuration["Listen"] ?? "http://127.0.0.1:5080");
await using var app = builder.Build();
var desk = app.Services.GetRequiredService<Desk>();
if (isWeb)
{
    Pages.Map(app, desk);
    await app.RunAsync();
    return 0;
}

return await Terminal.RunAsync(desk, args);
