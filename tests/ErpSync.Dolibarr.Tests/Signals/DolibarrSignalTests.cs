using System.Text;

namespace ErpSync.Dolibarr.Tests;

public sealed class DolibarrSignalTests
{
    [Theory]
    [InlineData("""{"triggercode":"USER_LOGIN","object":{"id":1}}""")]
    [InlineData("""{"triggercode":"PRODUCT_CREATE","object":{"id":null}}""")]
    [InlineData("""{"triggercode":"PRODUCT_CREATE"}""")]
    [InlineData("""{"object":{"id":1}}""")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("")]
    public void Body_that_points_at_nothing_known_is_no_signal(string body) => DolibarrSignal.Read(Encoding.UTF8.GetBytes(body)).Should().BeNull();

    [Fact]
    public void Link_to_a_category_is_a_change_of_the_category() =>
        DolibarrSignal.Read("""{"triggercode":"CATEGORY_MODIFY","object":{"id":"3","context":{"linkto":{"id":1}}}}"""u8.ToArray())!.Kind.Should().Be(EntityKind.Category);
}
