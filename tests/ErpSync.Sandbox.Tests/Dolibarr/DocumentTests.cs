namespace ErpSync.Sandbox.Tests.Dolibarr;

public sealed class DocumentTests : DolibarrTest
{
    public DocumentTests() => State.AddProduct(p => p.Ref = "TS-001");

    [Fact]
    public async Task An_upload_answers_the_stored_name_and_is_read_back_in_base64()
    {
        (await Upload("front.png", "aGk=")).Body.Should().Be("\"front.png\"");

        var read = await Get("documents/download?modulepart=product&original_file=TS-001/front.png");
        read["content"].GetString().Should().Be("aGk=");
        read["filesize"].GetInt32().Should().Be(2);
        read["content-type"].GetString().Should().Be("image/png");
    }

    [Fact]
    public async Task The_label_of_a_listed_document_is_the_md5_of_its_content()
    {
        await Upload("a.png", "");

        (await Get("documents?modulepart=product&id=1")).Json[0].GetProperty("label").GetString().Should().Be("d41d8cd98f00b204e9800998ecf8427e");
    }

    [Fact]
    public async Task Broken_base64_is_an_empty_file()
    {
        (await Upload("bad.png", "@@@@")).Status.Should().Be(200);

        State.Documents[1].Content.Length.Should().Be(0);
    }

    [Fact]
    public async Task An_existing_name_is_refused_unless_it_may_be_replaced()
    {
        await Upload("a.png", "aGk=");

        (await Upload("a.png", "aGk=")).Status.Should().Be(400);
        (await Upload("a.png", "", ",\"overwriteifexists\":1")).Status.Should().Be(200);
        State.Documents.Should().ContainSingle().Which.Content.Length.Should().Be(0);
    }

    [Theory]
    [InlineData("photo été (1).png", "photo ete (1).png")]
    [InlineData("x.php", "x.php.noexe")]
    [InlineData("a:b?.png", "a_b_.png")]
    public async Task Odd_names_are_stored_otherwise(string sent, string stored) => (await Upload(sent, "aGk=")).Body.Should().Be($"\"{stored}\"");

    [Fact]
    public async Task Unknown_products_files_and_modules_are_refused()
    {
        (await Post("documents/upload", """{"filename":"a.png","modulepart":"product","ref":"NOPE","filecontent":"","fileencoding":"base64"}""")).Message.Should().Be("Not Found: Object with ref 'NOPE' was not found.");
        (await Post("documents/upload", """{"filename":"a.png","modulepart":"category","ref":"1","filecontent":""}""")).Message.Should().Be("Internal Server Error: Modulepart category not implemented yet.");
        (await Get("documents?modulepart=product&id=1")).Message.Should().Be("Not Found: Search for modulepart product with Id 1 or Ref TS-001 does not return any document.");
        (await Get("documents/download?modulepart=product&original_file=TS-001/nope.png")).Status.Should().Be(404);
    }

    [Fact]
    public async Task Renaming_the_product_moves_its_folder()
    {
        await Upload("a.png", "aGk=");

        await Put("products/1", """{"ref":"NEW"}""");

        (await Get("documents/download?modulepart=product&original_file=NEW/a.png")).Status.Should().Be(200);
        (await Get("documents/download?modulepart=product&original_file=TS-001/a.png")).Status.Should().Be(404);
        (await Delete("documents?modulepart=product&original_file=NEW/a.png")).Status.Should().Be(200);
        State.Documents.Should().BeEmpty();
    }

    [Theory]
    [InlineData("order", "commande")]
    [InlineData("invoice", "facture")]
    public async Task Files_of_orders_and_invoices_lie_in_their_folders_and_built_pdfs_are_among_them(string module, string folder)
    {
        State.AddThirdParty(party => (party["name"], party["client"]) = ("Dupont", "1"));
        await Post(module + "s", """{"socid":1,"date":1795305600,"lines":[{"desc":"x","qty":1,"subprice":"10","tva_tx":"20"}]}""");
        await Post(module + "s/1/validate", "{}");
        var reference = (await Get(module + "s/1"))["ref"].GetString();

        (await Get($"documents?modulepart={module}&id=1")).Status.Should().Be(404);
        (await Post("documents/upload", $$"""{"filename":"terms.txt","modulepart":"{{module}}","ref":"{{reference}}","filecontent":"aGk=","fileencoding":"base64"}""")).Status.Should().Be(200);
        await Put("documents/builddoc", $$"""{"modulepart":"{{module}}","original_file":"{{reference}}/{{reference}}.pdf"}""");

        var listed = (await Get($"documents?modulepart={module}&id=1")).Json;
        listed.EnumerateArray().Select(file => (file.GetProperty("relativename").GetString(), file.GetProperty("filepath").GetString(), file.GetProperty("gen_or_uploaded").GetString(), file.GetProperty("src_object_type").GetString()))
            .Should().BeEquivalentTo([("terms.txt", $"{folder}/{reference}", "api", folder), ($"{reference}.pdf", $"{folder}/{reference}", "generated", folder)]);
        (await Get($"documents/download?modulepart={folder}&original_file={reference}/terms.txt"))["content"].GetString().Should().Be("aGk=");
        (await Delete($"documents?modulepart={folder}&original_file={reference}/terms.txt")).Status.Should().Be(200);
    }

    [Fact]
    public async Task Files_of_shipments_cannot_be_uploaded() =>
        (await Post("documents/upload", """{"filename":"a.png","modulepart":"expedition","ref":"SH1","filecontent":""}""")).Message.Should().Be("Internal Server Error: Modulepart expedition not implemented yet.");

    private Task<Reply> Upload(string name, string content, string more = "") =>
        Post("documents/upload", $$"""{"filename":"{{name}}","modulepart":"product","ref":"TS-001","filecontent":"{{content}}","fileencoding":"base64"{{more}}}""");
}
