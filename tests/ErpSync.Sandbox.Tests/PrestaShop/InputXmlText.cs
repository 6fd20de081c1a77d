namespace ErpSync.Sandbox.Tests.PrestaShop;

/// <summary>Bodies of writes.</summary>
internal static class InputXmlText
{
    public static string Of(string node, params string[] items) => $"<prestashop>{string.Concat(items.Select(item => $"<{node}>{item}</{node}>"))}</prestashop>";

    public static string Texts(string field, string english, string french) => $"<{field}><language id=\"1\"><![CDATA[{english}]]></language><language id=\"2\"><![CDATA[{french}]]></language></{field}>";

    public static string Product(string more) => Of("product", "<price>5.5</price>" + Texts("name", "Hose", "Tuyau") + Texts("link_rewrite", "hose", "tuyau") + more);
}
