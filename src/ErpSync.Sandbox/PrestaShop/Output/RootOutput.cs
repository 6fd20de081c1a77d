using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>The root: the resources of the key with its rights. XML only; JSON kills PHP.</summary>
internal static class RootOutput
{
    public static Task SendAsync(HttpContext context, ApiRequest request, PrestaShopState state)
    {
        if (request.Json)
            throw Refusal.Died();
        var buffer = new ArrayBufferWriter<byte>();
        var xml = new XmlText(buffer).Raw(XmlText.Head).Open("api").Attribute("shopName", state.Setting("PS_SHOP_NAME")).Raw(">\n");
        foreach (var name in ResourceNames.Of(state.Edition).Where(name => request.Key!.Knows(name.Name)))
        {
            Rights(xml.Open(name.Name), request, name, state.Edition).Raw(">\n");
            Rights(xml.Open("description"), request, name, state.Edition).Raw(">\n").Raw(name.Description).Close("description").Raw("\n");
            foreach (var schema in (string[])(name.HasSchema ? ["blank", "synopsis"] : []))
                xml.Open("schema").Attribute("xlink:href", $"{request.ApiRoot}/{name.Name}?schema={schema}").Attribute("type", schema).Raw("/>\n");
            xml.Close(name.Name).Raw("\n");
        }

        xml.Close("api").Raw("\n").Raw(XmlText.Foot);
        return Answer.SendAsync(context, 200, Answer.Xml, buffer.WrittenMemory);
    }

    private static XmlText Rights(XmlText xml, ApiRequest request, ResourceName name, Edition edition)
    {
        xml.Attribute("xlink:href", $"{request.ApiRoot}/{name.Name}");
        foreach (var method in (string[])["GET", "PUT", "POST", "PATCH", "DELETE", "HEAD"])
        {
            if (method != "PATCH" || edition != Edition.V17)
                xml.Attribute(method.ToLowerInvariant(), request.Key!.May(name.Name, method) ? "true" : "false");
        }

        return xml;
    }
}
