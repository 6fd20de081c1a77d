using ErpSync.Comparing;
using ErpSync.Deciding;

namespace ErpSync.Tests.Deciding;

/// <summary>The truth table of one field, row by row.</summary>
public sealed class FieldDeciderTests
{
    private static readonly FieldRules BothWays = new() { CanWriteFirst = true, CanWriteSecond = true };
    private static readonly FieldState Equal = new(Equal: true, HasBase: false, ChangedFirst: true, ChangedSecond: true);
    private static readonly FieldState NeverAgreed = new(Equal: false, HasBase: false, ChangedFirst: true, ChangedSecond: true);
    private static readonly FieldState Neither = new(Equal: false, HasBase: true, ChangedFirst: false, ChangedSecond: false);
    private static readonly FieldState OnlyFirst = new(Equal: false, HasBase: true, ChangedFirst: true, ChangedSecond: false);
    private static readonly FieldState OnlySecond = new(Equal: false, HasBase: true, ChangedFirst: false, ChangedSecond: true);
    private static readonly FieldState Both = new(Equal: false, HasBase: true, ChangedFirst: true, ChangedSecond: true);

    [Fact]
    public void Equal_values_become_the_base_whatever_the_policy() =>
        FieldDecider.Decide(Equal, BothWays with { Owner = Side.First, PersonKeeps = Side.Second }).Should().Be(new FieldDecision(Verdict.Agree));

    [Fact]
    public void Values_that_a_system_changed_when_it_stored_them_are_left_alone() =>
        FieldDecider.Decide(Neither, BothWays).Should().Be(new FieldDecision(Verdict.Unchanged));

    [Fact]
    public void Edit_on_one_side_goes_to_the_other()
    {
        FieldDecider.Decide(OnlyFirst, BothWays).Verdict.Should().Be(Verdict.ToSecond);
        FieldDecider.Decide(OnlySecond, BothWays).Verdict.Should().Be(Verdict.ToFirst);
    }

    [Fact]
    public void Edits_on_both_sides_ask_unless_they_merge_or_a_policy_keeps_one()
    {
        FieldDecider.Decide(Both, BothWays).Should().Be(new FieldDecision(Verdict.Open, OpenReason.Conflict));
        FieldDecider.Decide(Both, BothWays with { CanMerge = true }).Verdict.Should().Be(Verdict.Merge);
        FieldDecider.Decide(Both, BothWays with { ConflictKeeps = Side.Second }).Verdict.Should().Be(Verdict.ToFirst);
    }

    [Fact]
    public void Difference_without_a_base_asks_unless_the_first_run_policy_knows()
    {
        FieldDecider.Decide(NeverAgreed, BothWays).Should().Be(new FieldDecision(Verdict.Open, OpenReason.Undecided));
        FieldDecider.Decide(NeverAgreed, BothWays with { FirstRunKeeps = Side.First }).Verdict.Should().Be(Verdict.ToSecond);
    }

    [Fact]
    public void Edit_at_the_side_that_a_field_does_not_belong_to_is_shown_and_restored_only_on_demand()
    {
        var owned = BothWays with { Owner = Side.First };
        FieldDecider.Decide(OnlySecond, owned).Should().Be(new FieldDecision(Verdict.Open, OpenReason.Drift));
        FieldDecider.Decide(OnlySecond, owned with { RestoresDrift = true }).Verdict.Should().Be(Verdict.ToSecond);
        FieldDecider.Decide(Both, owned).Verdict.Should().Be(Verdict.ToSecond);
        FieldDecider.Decide(NeverAgreed, owned).Verdict.Should().Be(Verdict.ToSecond);
    }

    [Fact]
    public void Edit_waits_for_a_person_where_edits_are_only_shown_and_everything_else_goes_on()
    {
        var shown = BothWays with { ShowsEdits = true };
        FieldDecider.Decide(OnlyFirst, shown).Should().Be(new FieldDecision(Verdict.Open, OpenReason.Edited));
        FieldDecider.Decide(OnlySecond, shown).Should().Be(new FieldDecision(Verdict.Open, OpenReason.Edited));
        FieldDecider.Decide(Both, shown with { CanMerge = true, ConflictKeeps = Side.First }).Should().Be(new FieldDecision(Verdict.Open, OpenReason.Conflict));
        FieldDecider.Decide(OnlyFirst, shown with { PersonKeeps = Side.First }).Verdict.Should().Be(Verdict.ToSecond);
        FieldDecider.Decide(OnlyFirst, shown with { Owner = Side.First }).Verdict.Should().Be(Verdict.ToSecond);
        FieldDecider.Decide(NeverAgreed, shown with { FirstRunKeeps = Side.First }).Verdict.Should().Be(Verdict.ToSecond);
        FieldDecider.Decide(Equal, shown).Verdict.Should().Be(Verdict.Agree);
    }

    [Fact]
    public void Value_that_the_target_cannot_store_stays_open() =>
        FieldDecider.Decide(OnlyFirst, BothWays with { CanWriteSecond = false }).Should().Be(new FieldDecision(Verdict.Open, OpenReason.NotWritable));

    [Fact]
    public void Word_of_a_person_goes_before_every_policy() =>
        FieldDecider.Decide(OnlyFirst, BothWays with { Owner = Side.First, PersonKeeps = Side.Second }).Verdict.Should().Be(Verdict.ToFirst);

    [Fact]
    public void Difference_without_a_base_is_left_where_a_load_leaves_known_records_whatever_the_policy()
    {
        var leaving = BothWays with { LeavesKnown = true };
        FieldDecider.RuleOf(NeverAgreed, leaving).Should().Be(FieldRule.FirstRunLeft);
        FieldDecider.Decide(NeverAgreed, leaving).Should().Be(new FieldDecision(Verdict.Agree));
        FieldDecider.Decide(NeverAgreed, leaving with { FirstRunKeeps = Side.First, Owner = Side.Second, CanMerge = true }).Should().Be(new FieldDecision(Verdict.Agree));
        FieldDecider.Decide(NeverAgreed, leaving with { PersonKeeps = Side.First }).Verdict.Should().Be(Verdict.ToSecond, "a person's word goes first");
        FieldDecider.Decide(OnlyFirst, leaving).Verdict.Should().Be(Verdict.ToSecond, "what had agreed is an edit");
        FieldDecider.Decide(Both, leaving).Should().Be(new FieldDecision(Verdict.Open, OpenReason.Conflict));
        FieldDecider.Decide(Equal, leaving).Should().Be(new FieldDecision(Verdict.Agree));
    }
}
