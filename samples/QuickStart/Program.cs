using QuickStart.Sandbox;
using QuickStart.Setup;
using QuickStart.Steps;

if (args is ["sandbox", ..])
    return await SandboxHost.RunAsync(args);

var settings = Settings.Read(args);
if (settings.Problem is { } problem)
{
    Console.Error.WriteLine(problem);
    return 2;
}

return await Demo.RunAsync(settings);
