using System.Text.RegularExpressions;

namespace ErpSync.Vtiger.Tests;

/// <summary>The traps of <c>reference/vtiger.md</c>, its ten facts first and then section by section, each with the tests that show what the connector makes of it.</summary>
public sealed partial class TrapIndex
{
    private static readonly (string Trap, string[] Tests)[] Index =
    [
        ("0.1 PHP 8 kills sync, convertlead, logout, retrieve_inventory, files_retrieve and wsapp_register", [nameof(TenFactsTraps.Fact_1_sync_is_dead_on_unmodified_PHP_8_and_deletions_are_found_by_counting), nameof(TenFactsTraps.Fact_1_convertlead_is_dead_on_PHP_8_and_a_lead_becomes_a_contact_all_the_same), nameof(TenFactsTraps.Fact_1_where_sync_works_it_tells_deletions_without_a_new_listing), nameof(ProbeTests.Documents_are_linked_read_and_opened_where_the_server_lets_them), nameof(WireTraps.Operations_are_sent_by_the_verb_they_are_bound_to_and_dead_or_harmful_ones_not_at_all)]),
        ("0.2 revise wipes taxes and prices in other currencies", [nameof(TenFactsTraps.Fact_2_an_update_of_the_stock_keeps_taxes_and_prices_in_other_currencies), nameof(TenFactsTraps.Fact_2_a_change_of_taxes_sends_all_prices_with_them)]),
        ("0.3 prices are rounded to the decimals of the user", [nameof(TenFactsTraps.Fact_3_a_user_whose_decimals_were_never_set_writes_no_prices), nameof(ValueTraps.Price_and_quantity_keep_the_decimals_of_the_user)]),
        ("0.4 a page has 100 rows", [nameof(TenFactsTraps.Fact_4_a_page_has_at_most_100_rows_and_all_are_read)]),
        ("0.5 stock moves bump no date", [nameof(TenFactsTraps.Fact_5_stock_that_an_invoice_moved_is_seen_without_a_new_date)]),
        ("0.6 queries give no taxes, prices and lines", [nameof(TenFactsTraps.Fact_6_taxes_come_with_the_product_though_no_query_gives_them_and_are_fetched_once_per_change), nameof(BudgetTests.Read_of_50_orders_with_150_lines_takes_5_requests)]),
        ("0.7 ACCESS_DENIED stands for everything", [nameof(TenFactsTraps.Fact_7_access_denied_is_told_apart_into_missing_and_forbidden)]),
        ("0.8 hardly anything is validated", [nameof(TenFactsTraps.Fact_8_values_that_vtiger_would_coerce_are_checked_before_they_are_sent), nameof(DocumentTraps.Product_id_that_does_not_exist_is_not_sent_because_vtiger_keeps_an_empty_line), nameof(ProbeTests.Status_that_the_map_needs_and_the_CRM_lacks_is_a_finding)]),
        ("0.9 partial updates reset header fields of orders", [nameof(TenFactsTraps.Fact_9_a_change_of_status_keeps_rate_lines_and_kind_of_taxes), nameof(TenFactsTraps.Fact_9_a_change_of_lines_keeps_currency_rate_and_the_words_on_lines_that_stay)]),
        ("0.10 changed lines of invoices corrupt the stock", [nameof(TenFactsTraps.Fact_10_lines_of_invoices_are_never_changed_because_the_stock_is_miscounted)]),
        ("1 operations are bound to a verb", [nameof(WireTraps.Operations_are_sent_by_the_verb_they_are_bound_to_and_dead_or_harmful_ones_not_at_all)]),
        ("1 the access key is hashed with the challenge", [nameof(SessionTraps.Hash_of_the_login_is_lower_case_md5_of_token_and_key)]),
        ("1 a second challenge kills the first", [nameof(SessionTraps.Refused_login_is_tried_once_more_with_a_fresh_challenge_and_names_three_causes_without_the_key), nameof(SessionTraps.Parallel_requests_share_one_session_and_one_new_login)]),
        ("1 sessions end without notice", [nameof(SessionTraps.Ended_session_is_replaced_once_and_the_call_repeated), nameof(SessionTraps.Write_in_an_ended_session_is_carried_out_once)]),
        ("1 the session's name travels in addresses", [nameof(SessionTraps.Session_name_and_key_are_in_no_message)]),
        ("1 zero counts as missing", [nameof(WireTraps.Sync_is_never_asked_from_zero_because_zero_counts_as_missing)]),
        ("2 failures come as 200 with a code, duplicates with the number 0", [nameof(WireTraps.Error_in_an_answer_of_200_is_judged_by_its_code), nameof(WireTraps.Failure_inside_vtiger_leaves_a_write_in_doubt_and_refuses_a_read)]),
        ("2 a bad value is an empty 500, which is no passing fault", [nameof(WireTraps.Empty_500_after_a_write_is_never_repeated_but_looked_for), nameof(ValueTraps.Decimals_are_sent_with_a_point_and_without_grouping_or_exponent)]),
        ("2 PHP prints warnings around the JSON", [nameof(SessionTraps.Php_warning_around_the_answer_does_not_spoil_it), nameof(SessionTraps.Warnings_before_and_behind_the_JSON_are_left_out)]),
        ("2 too long addresses are 414", [nameof(QueryTraps.Four_hundred_long_addresses_are_looked_up_without_a_414), nameof(QueryTraps.Lists_of_values_are_cut_so_that_the_address_stays_short)]),
        ("3 prefixes differ between installations", [nameof(QueryTraps.Ids_have_the_prefixes_of_the_installation), nameof(ValueTraps.Id_is_module_and_number_and_nothing_else)]),
        ("3 ids of lines and currencies are given again", [nameof(WireTraps.Helper_ids_of_lines_are_reused_and_decide_nothing), nameof(WireTraps.Currency_is_deactivated_by_people_and_never_deleted_because_its_id_is_given_again)]),
        ("3 numbers come as texts or as unrounded floats", [nameof(ValueTraps.Numbers_are_read_as_text_number_or_unrounded_float)]),
        ("3 a decimal comma is a 500", [nameof(ValueTraps.Decimals_are_sent_with_a_point_and_without_grouping_or_exponent)]),
        ("3 the text true is stored as no", [nameof(WireTraps.Flags_are_sent_as_digits_because_the_text_true_is_stored_as_no)]),
        ("3 impossible days become 0000-00-00", [nameof(ValueTraps.Impossible_day_reads_as_nothing)]),
        ("3 times are UTC without a mark", [nameof(ValueTraps.Times_are_in_the_zone_of_the_server_which_is_UTC)]),
        ("3 emoji become question marks and scripts are escaped", [nameof(ValueTraps.Text_is_stored_as_it_was_declared)]),
        ("3 the label is HTML", [nameof(WireTraps.Html_of_the_label_is_not_taken_for_the_name)]),
        ("3 too long values are cut", [nameof(ValueTraps.Too_long_name_and_code_are_cut_as_declared)]),
        ("4 update replaces whole records before version 8", [nameof(WireTraps.Operations_are_sent_by_the_verb_they_are_bound_to_and_dead_or_harmful_ones_not_at_all), nameof(ValueTraps.Fields_that_are_not_modelled_stay_as_they_are)]),
        ("4 only the first missing field is named, and administrators change what is mandatory", [nameof(PartyTraps.Mandatory_field_without_value_and_default_is_named_with_its_remedy), nameof(ProbeTests.Mandatory_field_without_source_or_default_is_a_warning_by_module_and_field)]),
        ("4.1 a query ends with a semicolon and escapes the apostrophe only", [nameof(QueryTraps.Query_ends_with_a_semicolon_and_names_what_it_wants), nameof(QueryTraps.Value_with_signs_of_VTQL_finds_itself_and_nothing_else), nameof(QueryTraps.Apostrophe_and_backslash_are_doubled), nameof(QueryTraps.Name_of_field_or_module_that_is_none_is_refused)]),
        ("4.1 comparison ignores case, accents and blanks", [nameof(QueryTraps.Search_by_e_mail_does_not_mind_case), nameof(QueryTraps.Search_ignores_accents_in_vtiger_and_not_here)]),
        ("4.1 a short page is no proof of the end", [nameof(WireTraps.Short_page_of_a_user_who_does_not_see_everything_is_not_the_end)]),
        ("4.1 a query of everything counts lines", [nameof(DocumentTraps.Limit_counts_lines_in_a_query_of_everything_so_headers_are_named_and_every_order_comes_once)]),
        ("5.1 an article number may occur twice", [nameof(DocumentTraps.Product_known_by_article_number_only_is_found_or_made_of_the_line)]),
        ("5.1 a product is inactive unless told", [nameof(ValueTraps.Product_is_active_unless_told_otherwise_though_the_API_stores_no)]),
        ("5.1 a product may be priced in another currency", [nameof(ValueTraps.Product_in_another_currency_is_read_without_taking_its_price_for_the_base_price_and_never_repriced)]),
        ("5.1 list prices can be neither read nor written", [nameof(ProbeTests.List_prices_are_reported_as_unsupported_and_headers_of_price_books_are_read_and_written)]),
        ("5.2 an account's name is unique, also against hidden ones", [nameof(PartyTraps.Two_persons_of_one_name_are_both_kept_though_vtiger_refuses_two_accounts_of_one_name), nameof(PartyTraps.Name_hidden_from_the_user_is_taken_and_the_customer_is_kept_under_another)]),
        ("5.2 two contacts may have one address", [nameof(PartyTraps.Contact_without_account_that_has_the_address_is_taken_and_not_doubled)]),
        ("5.2 converted leads are gone for queries only", [nameof(PartyTraps.Converting_twice_finds_what_the_first_time_made), nameof(RegistrationTests.First_order_makes_the_lead_a_contact_with_an_account_and_its_addresses_and_the_lead_goes)]),
        ("5.2 a deleted account leaves its contacts", [nameof(WireTraps.Account_that_is_deleted_leaves_a_contact_that_is_found_again_and_not_doubled)]),
        ("5.2 an address lives in three modules", [nameof(RegistrationTests.Address_is_found_in_all_three_modules_without_regard_to_case_and_updated_there), nameof(RegistrationTests.Address_in_several_modules_means_the_contact_then_the_account_then_the_lead_and_is_reported)]),
        ("5.3 a tax that the product lacks is left out of the total", [nameof(DocumentTraps.Tax_of_a_line_that_its_product_lacks_is_refused_because_the_total_would_leave_it_out), nameof(DocumentTraps.Missing_tax_is_given_to_the_product_where_the_option_says_so_and_its_other_taxes_stay)]),
        ("5.3 compound taxes are added up in individual mode", [nameof(DocumentTraps.Tax_on_tax_beside_other_taxes_is_refused_because_vtiger_adds_it_up), nameof(DocumentTraps.Tax_on_tax_is_reckoned_where_one_set_holds_for_all)]),
        ("5.3 group mode taxes all lines with the first one's rates", [nameof(DocumentTraps.One_set_of_taxes_is_written_for_all_lines_and_needs_no_tax_on_the_product)]),
        ("5.3 header amounts behave differently by mode", [nameof(DocumentTraps.Discount_shipping_and_adjustment_of_the_header_become_lines_that_sum_to_the_total), nameof(DocumentTraps.Shipping_wrapping_discount_and_rounding_are_lines_and_come_back_as_such)]),
        ("5.3 the rate is never taken from the table and keeps three decimals", [nameof(DocumentTraps.Rate_of_an_order_keeps_three_decimals_and_comes_from_the_table_when_none_is_told)]),
        ("5.3 an unknown product becomes an empty line", [nameof(DocumentTraps.Product_id_that_does_not_exist_is_not_sent_because_vtiger_keeps_an_empty_line)]),
        ("5.3 streets are mandatory", [nameof(DocumentTraps.Street_without_text_is_filled_and_reads_as_nothing)]),
        ("5.3 writing LineItem loses lines, and deleting one bumps no date", [nameof(WireTraps.Operations_are_sent_by_the_verb_they_are_bound_to_and_dead_or_harmful_ones_not_at_all), nameof(FollowingTraps.Deleted_line_that_bumped_no_date_is_found_by_the_sweep)]),
        ("5.3 a deleted product leaves its line", [nameof(WireTraps.Line_of_a_deleted_product_is_read_without_it)]),
        ("5.3 an order can be invoiced twice", [nameof(FollowingTraps.Invoicing_status_makes_one_invoice_and_no_second)]),
        ("5.3 cancelling before the invoice makes none", [nameof(FollowingTraps.Order_that_is_cancelled_before_it_was_invoiced_gets_no_invoice)]),
        ("5.4 currencies: linked by code, inactive ones accepted by orders", [nameof(DocumentTraps.Order_in_a_currency_that_the_CRM_lacks_is_refused_by_name_and_never_booked_in_another), nameof(DocumentTraps.Missing_currency_is_created_and_an_inactive_one_activated_where_the_option_says_so), nameof(ProbeTests.Currencies_are_told_by_code_with_what_is_inactive_or_double)]),
        ("5.4 a tax that is missing", [nameof(DocumentTraps.Tax_that_the_CRM_lacks_is_named)]),
        ("5.5 names of vendors are free", [nameof(WireTraps.Vendor_of_one_name_is_two_vendors_in_vtiger_and_found_before_it_is_doubled_here)]),
        ("5.5 an unknown owner is accepted", [nameof(WireTraps.Owner_is_checked_before_it_is_sent_because_an_unknown_one_is_accepted)]),
        ("5.6 add_related wants labels", [nameof(ProbeTests.Documents_are_linked_read_and_opened_where_the_server_lets_them)]),
        ("6 dates have whole seconds and deletions no query", [nameof(QueryTraps.Changes_are_read_again_from_the_same_second), nameof(TenFactsTraps.Fact_1_sync_is_dead_on_unmodified_PHP_8_and_deletions_are_found_by_counting)]),
        ("6 sync loses what was written later in its last second", [nameof(WireTraps.Write_in_the_second_that_sync_ended_with_is_seen_by_the_next_one)]),
        ("6 writes without a difference bump the date", [nameof(ValueTraps.Write_without_a_difference_is_not_sent_because_it_would_come_back_as_a_change)]),
        ("6 the contact does not bump its account", [nameof(PartyTraps.Edit_of_the_contact_is_a_change_of_the_customer)]),
        ("6a batches fill missing texts with question marks and lose references", [nameof(WireTraps.Operations_are_sent_by_the_verb_they_are_bound_to_and_dead_or_harmful_ones_not_at_all)]),
        ("7 nothing makes a create idempotent", [nameof(FollowingTraps.Lost_answer_to_a_new_order_is_an_unknown_outcome_and_the_order_is_found_by_its_subject), nameof(RegistrationTests.Token_whose_create_was_not_answered_is_asked_for_even_in_the_same_run), nameof(PartyTraps.Account_whose_creation_nobody_answered_for_is_taken_and_not_doubled)]),
        ("8 the conversion takes any account of the same name", [nameof(RegistrationTests.Conversion_does_not_take_another_persons_account_of_the_same_name)]),
        ("8 the conversion is dead on PHP 8", [nameof(PartyTraps.Lead_with_the_address_becomes_the_customer_and_none_stays), nameof(PartyTraps.Converted_lead_can_keep_its_history_under_another_status)]),
        ("8 a lead source outside the list is stored", [nameof(PartyTraps.Lead_source_is_set_on_what_is_created_here), nameof(ProbeTests.Status_that_the_map_needs_and_the_CRM_lacks_is_a_finding)]),
        ("9 rights and modules", [nameof(ProbeTests.Missing_module_and_missing_rights_are_named), nameof(QueryTraps.Fields_that_the_user_cannot_see_are_left_out_of_queries)]),
        ("9 private sharing hides records without a word", [nameof(PartyTraps.Name_hidden_from_the_user_is_taken_and_the_customer_is_kept_under_another)]),
        ("12 forks have versions of their own, and old versions no line items", [nameof(ProbeTests.Version_is_judged), nameof(ProbeTests.Version_below_the_floor_is_refused_by_name)]),
        ("13 what a start must look at", [nameof(ProbeTests.Healthy_CRM_has_no_errors_and_no_warnings), nameof(ProbeTests.Unreachable_CRM_and_refused_login_are_findings_and_no_exceptions)]),
    ];

    [Fact]
    public void Every_fact_and_section_with_a_trap_has_a_test()
    {
        Index.Should().OnlyContain(trap => trap.Tests.Length > 0).And.OnlyHaveUniqueItems(trap => trap.Trap);
        var places = Index.Select(trap => trap.Trap.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
        places.Should().Contain(Enumerable.Range(1, 10).Select(fact => $"0.{fact}"));

        // Sections 10 and 11 are figures and a table of mapping.
        places.Should().Contain(["1", "2", "3", "4", "4.1", "5.1", "5.2", "5.3", "5.4", "5.5", "5.6", "6", "6a", "7", "8", "9", "12", "13"]);
    }

    [Fact]
    public void Every_test_of_the_index_is_one()
    {
        var tests = typeof(TrapIndex).Assembly.GetTypes().SelectMany(type => type.GetMethods()).Where(method => method.IsDefined(typeof(FactAttribute), inherit: true)).Select(method => method.Name).ToHashSet(StringComparer.Ordinal);
        Index.SelectMany(trap => trap.Tests).Where(test => !tests.Contains(test)).Should().BeEmpty();
        Index.Should().OnlyContain(trap => Place().IsMatch(trap.Trap));
    }

    [GeneratedRegex(@"^[0-9]+(\.[0-9]+|a)? \S", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
