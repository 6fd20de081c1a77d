namespace ErpSync.Sandbox.Tests.Dolibarr;

public sealed class DeletableCategoryTests() : DolibarrTest(o => o.CategoryDeleteFails = false)
{
    [Fact]
    public async Task Children_move_up_when_their_parent_is_deleted()
    {
        State.AddCategory(c => c.Label = "Clothes");
        State.AddCategory(c => { c.Label = "Shirts"; c.ParentId = 1; });

        (await Delete("categories/1")).Status.Should().Be(200);

        State.Categories[2].ParentId.Should().Be(0);
    }
}
