namespace ErpSync.Dolibarr.Tests;

/// <summary>The traps of <c>reference/dolibarr.md</c>, its twenty facts and those in the sections, each with the tests that show what the connector makes of it; parties and documents are in <see cref="DocumentTrapIndex"/>.</summary>
public sealed class TrapIndex
{
    private static readonly (string Trap, string[] Tests)[] Index =
    [
        ("0.1 an update through the API raises no event", [nameof(CatalogueTraps.Update_that_raises_no_event_is_found_by_its_date)]),
        ("0.4 without a price mode a price is dropped silently", [nameof(ProductPriceTests.Price_without_a_price_mode_is_refused_and_not_sent)]),
        ("0.5 with levels the plain price is the level written last", [nameof(RecordedProductTests.Level_written_last_is_not_taken_for_the_wanted_one), nameof(ProductPriceTests.Written_level_leaves_the_other_levels_as_they_are)]),
        ("0.6 a create rounds prices to two decimals", [nameof(ProductPriceTests.Create_that_would_round_to_two_decimals_is_followed_by_an_update)]),
        ("0.7 a decimal comma is destroyed", [nameof(CatalogueTraps.Decimal_is_sent_with_a_dot_whatever_the_culture)]),
        ("0.8 HTML leaves labels and references are transliterated", [nameof(RecordedProductTests.Normal_form_of_texts_is_what_was_stored), nameof(RecordedProductTests.Normal_form_of_a_reference_is_what_was_stored)]),
        ("0.9 emoji fail on a default install", [nameof(ProductTrapTests.Emoji_on_a_default_database_is_a_rejection_that_names_the_setting)]),
        ("0.10 the modification date can be empty", [nameof(CatalogueTraps.Modification_date_that_is_empty_hides_no_change)]),
        ("0.11 stock is never set, only moved", [nameof(StockTrapTests.Wished_level_becomes_one_movement_of_the_difference), nameof(StockTrapTests.Level_that_is_there_already_sends_nothing)]),
        ("0.12 hardly anything is unique", [nameof(CatalogueTraps.Foreign_reference_that_two_products_have_finds_the_older_one), nameof(ProductTrapTests.Create_whose_answer_is_lost_is_found_by_its_token)]),
        ("0.13 movements sent at once lose updates", [nameof(StockTrapTests.Movements_are_sent_one_at_a_time)]),
        ("0.14 a child inherits its parent's ref_ext", [nameof(ProductTrapTests.Token_of_a_product_does_not_find_the_child_that_inherited_it)]),
        ("0.15 the same combination twice orphans a child", [nameof(VariantTrapTests.Create_whose_answer_is_lost_is_not_doubled_by_a_second_create)]),
        ("0.18 a blocking webhook target takes operations back", [nameof(SignalParserTests.Target_that_the_api_cannot_make_is_described_word_for_word), nameof(RecordedRefusalTests.Recorded_refusal_becomes_its_problem)]),
        ("0.19 a payload carries the acting user's API key", [nameof(SignalParserTests.Payload_that_carries_a_key_is_dropped_whole)]),
        ("0.20 an empty list is a 404", [nameof(DirtyDataTests.Empty_list_as_404_is_an_empty_list)]),
        ("1 the input filter refuses what looks like SQL", [nameof(InjectionTests.Reference_is_found_exactly_and_never_sent_raw)]),
        ("1 HTML stands before the JSON", [nameof(BrokenAnswerTests.Warning_in_front_of_the_data_does_not_hide_it)]),
        ("1 a module that is off answers 403 or 501", [nameof(DirtyDataTests.Missing_module_is_named_whether_it_answers_403_or_501)]),
        ("2 a filter of dates ignores offsets and takes a bare number for every row", [nameof(CursorTests.Filter_is_local_time_with_an_overlap), nameof(CursorTests.Edit_is_noticed_whatever_the_server_s_zone)]),
        ("2 an extra field alone bumps another date", [nameof(CursorTests.Edit_of_an_extra_field_alone_is_noticed_where_such_fields_are_carried)]),
        ("2 links bump no date", [nameof(CatalogueTraps.Category_link_that_bumps_no_date_is_found_by_the_sweep)]),
        ("4 an update echoes unknown fields", [nameof(CatalogueTraps.Stray_fields_that_an_update_echoes_are_not_believed)]),
        ("4 prices for customers and by quantity can only be read", [nameof(PriceTests.Price_that_the_api_cannot_write_is_refused_by_name_and_counted)]),
        ("4 a label of more than 255 characters is a 500", [nameof(ProductTrapTests.Long_label_is_shortened_and_a_long_reference_is_refused)]),
        ("4 an extra field that is not there is a column that is not there", [nameof(DirtyDataTests.Extra_field_that_the_server_does_not_know_is_refused_and_not_dropped), nameof(ErrorJudgementTests.Refusal_that_was_never_recorded_is_judged)]),
        ("4 a level that is left out may fail after others were stored", [nameof(PriceTests.Written_level_leaves_the_others_and_the_lowest_prices)]),
        ("4 a supplier price is the total of its quantity, and 0 with several currencies", [nameof(SupplierPriceTests.Unit_price_is_sent_as_the_total_of_the_quantity_and_not_stored_as_0)]),
        ("5 a parent's price moves its children's", [nameof(VariantTrapTests.Written_price_survives_the_next_change_of_the_parent_s_price_by_difference)]),
        ("5 deleting a combination leaves its child", [nameof(VariantTrapTests.Deleting_a_variant_takes_child_and_combination)]),
        ("6 broken base64 is stored as an empty file", [nameof(AllPicturesTests.Broken_picture_is_never_sent_as_an_empty_file)]),
        ("6 deleting a category answers 500", [nameof(CategoryTests.Delete_that_answers_500_and_does_nothing_is_a_refusal)]),
        ("7 services and parents of variants have no stock", [nameof(StockTrapTests.Services_and_parents_of_variants_have_no_level)]),
        ("7 movement fields have other names up to 20", [nameof(StockTrapTests.Wished_level_becomes_one_movement_of_the_difference), nameof(CatalogueTraps.Product_in_lots_is_moved_in_the_lot_that_is_set_and_refused_without)]),
        ("7 negative stock is refused", [nameof(StockTrapTests.Negative_level_is_refused_with_an_explanation)]),
        ("7 documents move stock by themselves", [nameof(TradeProbeTests.Stock_that_sales_move_by_themselves_and_that_is_written_too_is_a_warning)]),
        ("7 a warehouse with stock can be deleted", [nameof(CatalogueTraps.Warehouse_with_stock_is_never_deleted)]),
        ("12 nothing is signed and hooks come before the commit", [nameof(SignalParserTests.Delivery_without_the_secret_is_refused), nameof(SignalParserTests.Recorded_delivery_points_at_its_record_and_leaks_nothing)]),
        ("12 version 20 and older post forms", [nameof(SignalParserTests.Form_that_older_versions_post_is_read)]),
        ("12 own changes come back as hooks", [nameof(SignalParserTests.Own_change_is_an_echo_and_a_delete_is_one)]),
        ("12 targets cannot be made through the API", [nameof(SignalParserTests.Target_that_the_api_cannot_make_is_described_word_for_word)]),
    ];

    [Fact]
    public void Every_fact_and_every_trap_has_a_test_that_exists()
    {
        (string Trap, string[] Tests)[] all = [.. Index, .. DocumentTrapIndex.Index];
        all.Should().OnlyContain(trap => trap.Tests.Length > 0).And.OnlyHaveUniqueItems(trap => trap.Trap);
        var facts = all.Select(trap => trap.Trap.Split(' ')[0]).Where(place => place.StartsWith("0.", StringComparison.Ordinal)).Select(place => int.Parse(place[2..].TrimEnd('b'), System.Globalization.CultureInfo.InvariantCulture));
        facts.Distinct().Order().Should().Equal(Enumerable.Range(1, 20), "the reference has twenty facts");
        var tests = typeof(TrapIndex).Assembly.GetTypes().SelectMany(type => type.GetMethods()).Where(method => method.GetCustomAttributes(typeof(FactAttribute), true).Length > 0).Select(method => method.Name).ToHashSet(StringComparer.Ordinal);
        all.SelectMany(trap => trap.Tests).Except(tests).Should().BeEmpty("each named method is a test");
    }
}
