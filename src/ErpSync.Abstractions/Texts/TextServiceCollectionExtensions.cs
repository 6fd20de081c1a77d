using System.Reflection;
using ErpSync;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets packages bring the texts of their own codes.</summary>
public static class TextServiceCollectionExtensions
{
    /// <summary>Adds the texts that are embedded in an assembly as <c>texts.en.json</c>, <c>texts.fr.json</c> and so on. Calling it again for the same assembly does nothing.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="assembly">The assembly.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddTexts(this IServiceCollection services, Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(assembly);
        var texts = new EmbeddedTexts(assembly, "texts.{0}.json");
        foreach (var service in services)
        {
            if (service.ServiceType == typeof(ITextSource) && service.ImplementationInstance is EmbeddedTexts known && known.IsOf(assembly))
                return services;
        }

        services.Add(new ServiceDescriptor(typeof(ITextSource), texts));
        return services;
    }
}
