using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Docs;

/// <summary>Another language, and a host's own words.</summary>
internal static class Texts
{
    public static void Configure(IServiceCollection services) => services.AddErpSync(options =>
    {
        options.Texts.Language = "fr";
        options.Texts.Replace("fr", "create.not-wanted", "{here} seulement ; demandez au service produits.");
    });

    public static async Task WriteAsync(ISyncEngine engine, ISyncTexts texts)
    {
        foreach (var finding in await engine.CheckAsync("main"))
            Console.WriteLine(texts.Message(finding));
        var report = await engine.RunAsync(new SyncRequest("main"));
        foreach (var problem in report.Problems)
            Console.WriteLine($"{texts.Message(problem)} {texts.Remedy(problem)} [{problem.Code}]");
    }
}
