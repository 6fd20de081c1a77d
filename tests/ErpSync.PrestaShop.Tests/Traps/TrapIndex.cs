namespace ErpSync.PrestaShop.Tests.Traps;

/// <summary>The traps of <c>reference/prestashop.md</c>, by their section, each with the tests that show what the connector makes of it. Sections 12 and 14 are another interface and what nobody has seen.</summary>
public sealed class TrapIndex
{
    internal static readonly (string Trap, string[] Tests)[] Index =
    [
        ("1 another host than the shop's is a 302 to the home page", [nameof(ProbeTests.A_wrong_host_is_a_redirect_that_is_not_followed), nameof(ShopsOfOneInstallationTests.An_unknown_shop_is_a_redirect_that_is_not_followed)]),
        ("1 a redirect turns a PATCH into a GET", [nameof(WriteTraps.A_write_that_is_redirected_is_an_error_and_not_a_read)]),
        ("1 web servers drop the Authorization header", [nameof(ProbeTests.An_unknown_key_is_told_from_a_dropped_header), nameof(ProbeTests.A_key_in_the_address_works_where_the_header_is_dropped)]),
        ("1 a key has exactly 32 characters", [nameof(PrestaShopOptionsTests.A_malformed_key_is_refused_without_being_shown), nameof(PrestaShopOptionsTests.The_key_is_in_no_message)]),
        ("1 PATCH is a right of its own that old keys lack", [nameof(WriteTraps.A_key_made_before_8_lacks_PATCH_and_the_probe_says_so), nameof(ProbeTests.A_missing_right_is_named_with_resource_and_method), nameof(SalesProbeTests.A_missing_right_of_documents_is_named_with_resource_and_method)]),
        ("1 the root is XML only", [nameof(FormatTraps.The_rights_of_the_key_are_asked_for_in_XML_because_the_root_breaks_in_JSON)]),
        ("1 the version stands in a header and is 0 when the webservice is off", [nameof(ProbeTests.A_webservice_that_is_off_says_so), nameof(ProbeTests.An_old_version_is_refused_and_a_newer_or_nameless_one_is_a_warning)]),
        ("1 nothing guards against writes at the same time", [nameof(ProductWriteTraps.Fields_that_nobody_models_survive_an_update), nameof(FormatTraps.Quantities_are_whole_pieces_and_never_more_than_there_are)]),
        ("1 proxies block PATCH", [nameof(WriteTraps.Proxies_that_block_PATCH_are_passed_by_POST_with_ps_method)]),
        ("1 statuses mislead and the first code decides", [nameof(RecordedErrorTests.A_recorded_error_becomes_the_right_problem), nameof(OddAnswerTests.Odd_errors_are_classified), nameof(RecordedErrorTests.A_refused_value_names_its_field)]),
        ("1 a missing id is a 404 without a body", [nameof(RecordedErrorTests.A_recorded_error_becomes_the_right_problem), nameof(OrderWriteTraps.One_order_that_is_gone_does_not_stop_the_states_of_the_others)]),
        ("1 a write may be stored behind a 500", [nameof(WriteTraps.An_error_after_a_stored_write_is_looked_at_before_anything_is_repeated), nameof(ProductWriteTraps.A_batch_that_was_stored_behind_a_server_error_is_not_doubled), nameof(LostAnswerTraps.A_state_is_added_once_and_mails_nobody)]),
        ("1 a message echoes the body", [nameof(OddAnswerTests.Odd_errors_are_classified), nameof(OddAnswerTests.Text_that_speaks_of_errors_is_no_error)]),
        ("2 input is XML only", [nameof(FormatTraps.Writes_are_XML_and_so_are_their_answers)]),
        ("2 node names are irregular", [nameof(DocumentTraps.A_credit_slip_has_a_node_of_its_own_and_lines_of_the_order)]),
        ("2 a single JSON record lacks its zeros", [nameof(FormatTraps.A_single_record_keeps_its_zeros_and_empty_texts)]),
        ("2 an empty list is a bare array", [nameof(FormatTraps.An_empty_list_is_a_bare_array)]),
        ("2 scalars are texts or numbers by version", [nameof(DirtyDataTests.Ids_and_numbers_come_as_text_or_as_numbers), nameof(DirtyDataTests.False_stands_for_nothing)]),
        ("2 one language gives plain texts", [nameof(FormatTraps.A_shop_with_one_language_gives_plain_texts), nameof(RecordedCatalogTests.A_single_language_given_as_plain_text_is_the_main_one)]),
        ("2 a JSON answer to a batch holds the last record only", [nameof(FormatTraps.Writes_are_XML_and_so_are_their_answers)]),
        ("2 the list of pictures breaks in JSON", [nameof(FormatTraps.Pictures_are_listed_through_their_products_because_their_own_list_is_broken_in_JSON)]),
        ("2 answers to writes echo the input", [nameof(FormatTraps.HTML_that_the_shop_writes_anew_is_read_back_and_does_not_stay_a_difference)]),
        ("2 HTML is purified and scripts are refused", [nameof(FormatTraps.HTML_that_the_shop_writes_anew_is_read_back_and_does_not_stay_a_difference), nameof(TextRulesTests.Html_loses_what_PrestaShop_refuses_and_nothing_else)]),
        ("2 names and references refuse signs and lengths", [nameof(TextRulesTests.A_name_loses_what_PrestaShop_refuses), nameof(TextRulesTests.A_name_is_cut_by_characters_not_by_halves_of_them), nameof(TextRulesTests.A_reference_loses_what_PrestaShop_refuses), nameof(TextRulesTests.A_reference_has_at_most_64_characters), nameof(TextRulesTests.Control_characters_do_not_reach_the_XML)]),
        ("2 a decimal comma and broken pieces are refused", [nameof(FormatTraps.Decimals_have_a_point_whatever_the_machine_speaks), nameof(FormatTraps.Quantities_are_whole_pieces_and_never_more_than_there_are)]),
        ("2 a negative price is refused", [nameof(RefusalTraps.A_value_that_the_shop_would_refuse_is_refused_beforehand)]),
        ("2 dates are in the shop's zone and may be zeros", [nameof(LocalTimeTests.A_date_is_an_instant_of_the_zone_and_the_doubled_hour_counts_as_the_earlier), nameof(DirtyDataTests.A_date_of_zeros_is_no_date), nameof(LocalTimeTests.No_date_is_no_instant), nameof(LocalTimeTests.Nothing_written_while_the_clock_is_put_back_is_missed)]),
        ("3 lists have no order of their own and no total", [nameof(ReadTraps.Every_list_names_its_fields_and_its_order), nameof(ReadTraps.A_page_that_breaks_off_goes_on_behind_the_last_record), nameof(ReadTraps.A_record_on_which_the_shop_breaks_is_told_by_its_id_and_the_others_are_read), nameof(ReadTraps.A_record_that_breaks_the_listing_is_still_there)]),
        ("3 values with operators are misread in brackets", [nameof(ReadTraps.A_reference_with_operators_is_found_and_nothing_else)]),
        ("3 the database compares without case", [nameof(ReadTraps.References_differ_by_case)]),
        ("3 filters on dates need date=1", [nameof(QueryAndDateTraps.Filters_on_dates_come_with_date_1_and_only_where_there_is_a_date)]),
        ("3 web servers refuse long addresses", [nameof(QueryAndDateTraps.Many_ids_are_asked_for_in_several_addresses_because_web_servers_refuse_long_ones)]),
        ("3 a field that a version lacks is an error", [nameof(FormatTraps.Columns_that_a_version_lacks_are_not_asked_for)]),
        ("4 the id in the body decides", [nameof(ProductWriteTraps.An_update_that_the_shop_stops_at_names_the_one_record)]),
        ("4 pipes delete the first only and a missing id deletes nothing", [nameof(WriteTraps.Several_records_are_deleted_with_commas_because_pipes_delete_only_the_first), nameof(RefusalTraps.A_missing_id_in_a_bulk_delete_does_not_keep_the_others)]),
        ("4 PUT resets what is left out", [nameof(ProductWriteTraps.Fields_that_nobody_models_survive_an_update), nameof(WriteTraps.A_quantity_is_written_with_all_columns_where_PATCH_is_missing), nameof(PartyTraps.A_change_of_one_field_keeps_password_keys_groups_and_note)]),
        ("4 PUT of what was read fails on read-only fields", [nameof(WriteTraps.Columns_that_the_shop_does_not_take_back_are_left_out_of_whole_records)]),
        ("4 PATCH empties the languages that are left out", [nameof(ProductWriteTraps.A_language_that_the_other_side_lacks_stays_when_a_name_is_changed), nameof(ShopDataTests.Texts_of_a_language_that_is_switched_off_stay)]),
        ("4 associations are replaced as a whole", [nameof(ProductFieldTests.The_main_category_goes_along_when_the_product_leaves_it_and_stays_where_it_was_chosen_apart), nameof(ProductFieldTests.Tags_of_other_languages_stay), nameof(ProductFieldTests.A_value_typed_for_one_product_stays_when_another_feature_changes)]),
        ("4 batches are no transactions", [nameof(ProductWriteTraps.One_refused_product_in_a_batch_does_not_stop_the_others), nameof(ProductWriteTraps.An_update_in_the_second_of_the_last_change_finds_the_bad_record_by_halves)]),
        ("4 a create in one language leaves the others empty", [nameof(ProductWriteTraps.Missing_languages_of_a_new_product_are_filled_from_the_main_one)]),
        ("4 nothing makes a create idempotent", [nameof(ProductWriteTraps.A_create_whose_answer_is_lost_is_found_and_not_doubled), nameof(ProductWriteTraps.A_create_that_never_arrived_is_unknown_and_not_repeated), nameof(LostAnswerTraps.A_customer_is_not_doubled), nameof(LostAnswerTraps.An_address_is_not_doubled), nameof(LostAnswerTraps.A_category_and_a_maker_are_not_doubled), nameof(LostAnswerTraps.A_price_is_not_doubled), nameof(LostAnswerTraps.A_second_parcel_is_not_doubled)]),
        ("5 stock, combinations, prices and pictures bump no date", [nameof(QueryAndDateTraps.What_does_not_move_the_date_of_a_product_is_noticed_by_the_listings)]),
        ("5 tracking, payments and slips bump no date of the order", [nameof(DocumentTraps.A_state_in_the_history_renews_the_date_of_the_order_and_nothing_else_does), nameof(OrderWriteTraps.A_tracking_number_goes_into_the_parcel_of_the_order_and_is_noticed_though_no_date_tells)]),
        ("5 dates have whole seconds", [nameof(QueryAndDateTraps.A_product_saved_in_the_second_of_the_cursor_is_delivered)]),
        ("5 the shop's clock counts", [nameof(QueryAndDateTraps.A_shop_whose_clock_differs_loses_no_change), nameof(ReadTraps.A_changed_product_is_read_since_a_cursor_by_the_clock_of_the_shop)]),
        ("5 deletions leave no trace", [nameof(QueryAndDateTraps.A_deletion_is_told_by_the_listing_because_the_shop_keeps_no_trace), nameof(DocumentTraps.A_deleted_order_is_found_by_the_listing_of_ids)]),
        ("5 a used address stays and is marked", [nameof(PartyTraps.An_address_that_an_order_uses_is_only_marked_by_a_delete_and_is_no_record_any_more)]),
        ("5 the id of a carrier changes with every edit", [nameof(OrderTraps.The_id_of_a_carrier_changes_with_every_edit_and_its_reference_stays)]),
        ("6 a new product is an invisible draft unless told", [nameof(ProductWriteTraps.A_new_product_is_visible_for_sale_and_filed_under_Home), nameof(QueryAndDateTraps.Drafts_of_the_back_office_are_no_products_yet)]),
        ("6 root and Home are no categories", [nameof(RecordedCatalogTests.Root_and_Home_are_no_categories)]),
        ("6 addresses of categories are repaired", [nameof(WriteTraps.A_category_address_with_accents_is_one_that_the_shop_keeps)]),
        ("6 the price of a combination is an impact", [nameof(RecordedCatalogTests.Combinations_add_to_their_product), nameof(ProductWriteTraps.A_new_product_price_leaves_the_final_prices_of_combinations_alone), nameof(VariantTraps.A_product_price_changes_the_stamps_of_its_combinations)]),
        ("6 a second default combination is a 500", [nameof(ProductFieldTests.Another_default_combination_takes_the_mark_of_the_old_one), nameof(VariantTraps.The_first_combination_alone_becomes_the_default)]),
        ("6 the same options are accepted twice", [nameof(VariantTraps.A_combination_whose_answer_is_lost_is_found_and_not_doubled), nameof(VariantTraps.Options_that_exist_are_used_whatever_their_case)]),
        ("6 the same specific price twice is a 500", [nameof(PriceTests.A_second_price_of_one_key_is_refused_by_name_and_the_others_are_written)]),
        ("6 a price of -1 keeps the base price", [nameof(PriceTests.A_reduction_by_percent_of_the_own_price_is_read_with_what_a_piece_costs_then), nameof(PriceTests.Every_form_of_a_price_survives_being_written)]),
        ("6 catalogue rules are expanded into prices", [nameof(PriceTests.Prices_of_a_cart_and_of_a_catalogue_rule_are_the_shop_s_own_affair)]),
        ("6 products point to rules and not to a rate", [nameof(ShopDataTests.Rates_of_another_country_can_be_asked_for), nameof(RefusalTraps.An_unknown_tax_rate_is_named_with_its_country_and_never_becomes_zero)]),
        ("6 makers of one name are accepted", [nameof(WriteTraps.Makers_of_one_name_are_both_found_because_the_shop_takes_duplicates)]),
        ("6 a customer's answer holds the hash and a key", [nameof(PartyTraps.Passwords_and_keys_are_never_read), nameof(PartyTraps.A_new_customer_gets_a_password_that_nobody_knows)]),
        ("6 digits and addresses in names are refused", [nameof(PartyTraps.Digits_and_addresses_in_names_are_taken_out_and_a_company_without_a_person_gets_its_own_name)]),
        ("6 guests may share an address of mail", [nameof(PartyTraps.Guests_may_share_an_address_of_mail_and_are_not_found_by_it), nameof(PartyTraps.An_address_of_mail_that_is_taken_is_a_duplicate_and_stops_nobody_else)]),
        ("6 a country that does not exist is accepted", [nameof(PartyTraps.A_country_that_the_shop_does_not_have_is_refused_because_the_shop_would_keep_any_number)]),
        ("6 the answer to an upload is the picture", [nameof(FormatTraps.An_upload_is_answered_in_XML_because_the_JSON_answer_is_the_bare_picture), nameof(ImageTests.An_upload_whose_answer_is_lost_is_found_and_not_doubled)]),
        ("6 the first picture becomes the cover", [nameof(ImageTests.All_pictures_of_a_product_are_read_with_the_cover_first_and_what_shows_them), nameof(ImageTests.When_the_cover_is_deleted_the_next_picture_becomes_it), nameof(CoverTraps.A_replaced_cover_stays_with_the_combinations_that_showed_it)]),
        ("6 the server re-encodes pictures and keeps no checksum", [nameof(ImageTests.A_picture_of_the_same_bytes_is_not_sent_again), nameof(ImageTests.A_picture_that_came_from_the_shop_is_not_sent_back_to_it)]),
        ("7 row 0 is a sum", [nameof(WriteTraps.The_sum_row_of_a_product_with_combinations_is_never_written), nameof(ReadTraps.Stock_of_a_product_with_combinations_is_theirs_alone)]),
        ("7 shared stock is the group's", [nameof(ShopsOfOneInstallationTests.Shared_stock_is_the_group_s_row_and_is_never_sent_as_a_whole_record)]),
        ("7 stock that follows warehouses", [nameof(RefusalTraps.Quantities_that_follow_warehouses_are_refused), nameof(ProbeTests.Settings_that_hurt_are_findings)]),
        ("7 a lost answer to a quantity", [nameof(LostAnswerTraps.A_quantity_whose_answer_is_lost_is_stored_once_and_the_others_are_too)]),
        ("8 a write to one shop", [nameof(ShopsOfOneInstallationTests.A_write_to_one_shop_never_lands_in_another), nameof(ShopsOfOneInstallationTests.Every_request_names_the_shop_where_there_are_several)]),
        ("8 stock is not restricted by the shop", [nameof(RecordedPartsTests.A_product_has_its_price_and_stock_in_each_shop), nameof(RecordedCatalogTests.Stock_rows_of_other_shops_are_told_apart)]),
        ("8 without a parameter the host decides", [nameof(ShopsOfOneInstallationTests.The_shop_of_the_address_is_taken_when_none_is_named), nameof(ShopsOfOneInstallationTests.Nothing_is_read_where_nobody_can_tell_which_shop_is_meant)]),
        ("8 payments, invoices and parcels are told of all shops together", [nameof(ShopsOfOneInstallationTests.Payments_invoices_parcels_and_slips_of_another_shop_are_not_taken_for_own_ones)]),
        ("8 a price of all shops", [nameof(ShopsOfOneInstallationTests.A_price_of_all_shops_is_read_by_each_and_changed_by_none)]),
        ("9 amounts are in the order's currency", [nameof(OrderTraps.Amounts_are_in_the_currency_of_the_order_and_the_rate_travels), nameof(OrderTraps.The_rate_of_the_base_currency_is_none)]),
        ("9 orders of one cart share the reference", [nameof(OrderTraps.Two_orders_of_one_cart_share_the_reference_and_are_told_apart_by_id)]),
        ("9 rows tell no rate", [nameof(OrderTraps.Two_taxes_on_one_line_add_up_or_compound_as_the_shop_reckons)]),
        ("9 vouchers tell no code and spread over rates", [nameof(OrderTraps.Vouchers_wrapping_shipping_and_two_rates_add_up)]),
        ("9 the shop rounds by itself", [nameof(OrderTraps.Totals_are_rounded_the_shops_way), nameof(OrderTraps.A_cent_that_the_shop_rounds_away_is_a_line_of_its_own)]),
        ("9 numbers of states are not fixed", [nameof(Sales.OrderStateMapTests.Stages_are_told_by_flags_and_settings_rather_than_by_numbers), nameof(Sales.OrderStateMapTests.The_proposal_follows_the_flags_of_the_shops_own_states)]),
        ("9 the same state twice adds a row", [nameof(OrderWriteTraps.A_state_that_the_order_has_is_not_added_again)]),
        ("9 a state mails when asked to", [nameof(OrderWriteTraps.A_state_is_written_through_the_history_and_mails_nobody), nameof(OrderWriteTraps.A_state_is_mailed_when_a_policy_allows_it), nameof(OrderWriteTraps.A_tracking_number_is_mailed_when_a_policy_allows_it)]),
        ("9 a paid state books the whole amount", [nameof(OrderWriteTraps.A_paid_state_books_the_whole_amount_beside_a_payment_that_was_sent), nameof(OrderWriteTraps.Accepting_an_unpaid_order_does_not_book_it_as_paid)]),
        ("9 payments are linked by reference", [nameof(RecordedSalesTests.A_partial_payment_stands_beside_the_full_one_that_the_shop_booked), nameof(DirtyDocumentTests.A_payment_whose_order_is_gone_points_at_nothing)]),
        ("9 invoices come of states and stand beside slips of parcels", [nameof(DocumentTraps.The_first_state_that_invoices_makes_the_invoice), nameof(DocumentTraps.A_delivery_slip_without_invoice_stands_among_the_invoices_and_is_none_until_it_has_a_number)]),
        ("9 the PDF is a page of the front and its key a secret", [nameof(DocumentTraps.The_PDF_opens_without_login_in_the_form_of_address_that_the_version_wants), nameof(DocumentTraps.A_short_text_with_status_200_is_no_PDF), nameof(OrderTraps.The_key_that_opens_invoices_is_not_read_with_orders)]),
        ("9 an order may have several parcels", [nameof(OrderWriteTraps.A_new_shipment_fills_the_parcel_that_waits_and_a_second_one_stands_beside_it), nameof(RecordedSalesTests.A_second_parcel_stands_beside_the_first)]),
        ("9 slips are stored as sent", [nameof(RecordedSalesTests.Credit_slips_with_and_without_lines_come_to_their_totals), nameof(DocumentTraps.A_credit_slip_without_lines_is_one_line_of_its_totals)]),
        ("9 orders are not edited", [nameof(OrderWriteTraps.A_note_is_written_and_nothing_else)]),
        ("10 each request and each object costs", [nameof(BudgetTests.A_thousand_products_with_everything_take_at_most_fifteen_requests), nameof(BudgetTests.Three_hundred_quantities_take_one_request)]),
        ("11 versions before 8 have no PATCH", [nameof(ProbeTests.A_shop_without_PATCH_is_usable_and_says_what_it_costs), nameof(WriteTraps.A_quantity_is_written_with_all_columns_where_PATCH_is_missing)]),
        ("11 versions differ in their columns and answers", [nameof(FormatTraps.Columns_that_a_version_lacks_are_not_asked_for), nameof(OddAnswerTests.Odd_answers_are_read), nameof(OrderTraps.Messages_of_old_shops_stand_at_the_order_and_one_that_is_kept_twice_is_told_once)]),
        ("13 what the key needs", [nameof(ProbeTests.Every_kind_names_the_rights_that_it_takes), nameof(ProbeTests.The_rights_that_are_named_are_the_rights_that_are_used)]),
    ];

    [Fact]
    public void Every_section_with_a_trap_has_tests()
    {
        Index.Should().OnlyContain(trap => trap.Tests.Length > 0).And.OnlyHaveUniqueItems(trap => trap.Trap);
        Index.Select(trap => trap.Trap.Split(' ')[0]).Distinct().Should().Equal("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "13");
    }

    [Fact]
    public void Every_test_of_the_indexes_is_one()
    {
        var tests = typeof(TrapIndex).Assembly.GetTypes().SelectMany(type => type.GetMethods()).Where(method => method.IsDefined(typeof(FactAttribute), inherit: true)).Select(method => method.Name).ToHashSet(StringComparer.Ordinal);
        Index.Concat(DemandIndex.Index).SelectMany(trap => trap.Tests).Where(test => !tests.Contains(test)).Should().BeEmpty("each named method is a test");
    }
}
