namespace ErpSync.Dolibarr.Tests;

/// <summary>The traps of <c>reference/dolibarr.md</c> about parties, documents, payments, shipments and files, each with its tests.</summary>
internal static class DocumentTrapIndex
{
    public static (string Trap, string[] Tests)[] Index { get; } =
    [
        ("0.2 look-ups by reference are broken in 23.0", [nameof(DocumentTraps.Look_ups_that_are_broken_in_23_are_never_used)]),
        ("0.3 the payments call pays the whole again", [nameof(DocumentTraps.Payments_call_that_pays_too_much_is_never_used), nameof(DocumentTraps.Payment_above_the_rest_is_refused_and_nothing_is_booked)]),
        ("0.12b documents may have one token twice", [nameof(DocumentTraps.Token_that_two_documents_have_finds_the_older_one), nameof(DocumentTraps.Payment_that_is_sent_twice_under_its_token_is_found_before_the_second_time)]),
        ("0.13b numbers of documents race", [nameof(DocumentTraps.Documents_are_written_one_after_the_other_because_numbers_race)]),
        ("0.16 a line's fields that are left out become zero", [nameof(DocumentTraps.Partial_update_of_a_line_empties_nothing_because_all_its_fields_are_sent)]),
        ("0.17 an invoice from a foreign order loses the currency", [nameof(DocumentTraps.Currency_that_createfromorder_loses_is_kept)]),
        ("0.20b third parties answer 404 for none in every version", [nameof(PartyTraps.Empty_list_of_third_parties_as_404_is_an_empty_list)]),
        ("1 a document that is validated already answers 304", [nameof(WireTraps.Document_that_was_validated_meanwhile_answers_304_and_counts_as_done)]),
        ("1 a list without a limit breaks with page numbers", [nameof(WireTraps.Page_without_a_limit_never_asks_for_page_numbers_which_breaks_the_server)]),
        ("1 a user without 'see all customers' gets shorter lists", [nameof(WireTraps.List_that_hides_other_peoples_customers_is_an_error_of_the_probe)]),
        ("1 HTML stands before the JSON of documents", [nameof(DocumentTraps.Html_in_front_of_the_answer_does_not_hide_the_document_that_was_made)]),
        ("3 references of drafts change", [nameof(WireTraps.Number_of_a_draft_is_none_and_that_of_a_valid_document_stays)]),
        ("3 a barcode is looked up by a path that tells one record", [nameof(BarcodeTests.Product_is_found_by_its_barcode_exactly), nameof(BarcodeTests.Variant_is_found_by_its_own_barcode_and_not_as_a_product)]),
        ("6 pictures move with the reference", [nameof(WireTraps.Pictures_stay_with_a_product_whose_new_reference_moves_their_folder)]),
        ("6 names of files are changed", [nameof(AttachmentTests.Name_that_is_stored_otherwise_is_told_and_recognised_the_next_time)]),
        ("6 a PDF is built once and then downloaded", [nameof(PartyTraps.Pdf_of_a_draft_is_none_and_of_a_valid_invoice_is_built_once_and_opened)]),
        ("8 two customers with one address answer a blank record", [nameof(PartyTraps.Address_that_two_customers_have_finds_both_and_no_blank_record)]),
        ("8 a code that is taken is a 500", [nameof(PartyTraps.Customer_code_that_is_taken_is_a_duplicate_that_names_it)]),
        ("8 a price level in a create is not stored", [nameof(WireTraps.Price_level_that_a_create_would_not_store_is_written_by_its_own_call)]),
        ("8 blanks leave phone numbers", [nameof(WireTraps.Blanks_that_leave_a_phone_number_are_no_difference)]),
        ("8 an unknown country is a 404", [nameof(WireTraps.Country_that_the_dictionary_lacks_is_refused_before_anything_is_sent)]),
        ("8 a customer who is used is a 409", [nameof(WireTraps.Customer_who_is_used_is_not_deleted_and_the_refusal_says_so)]),
        ("8 links with categories bump no date", [nameof(CustomerGroupTests.Category_that_a_person_gave_is_named_by_the_sweep_although_it_bumps_no_date)]),
        ("8 contacts are addresses in their roles", [nameof(CustomerGroupTests.Contacts_have_their_roles_at_an_order_and_each_costs_one_request)]),
        ("9 an own reference survives validation", [nameof(WireTraps.Reference_as_number_survives_the_validation_and_races_for_none)]),
        ("9 prices with tax are ignored in posted lines", [nameof(WireTraps.Lines_go_with_net_prices_because_prices_with_tax_are_ignored_in_a_posted_document)]),
        ("9 a line takes a product that does not exist", [nameof(WireTraps.Product_that_does_not_exist_and_that_a_line_would_take_all_the_same_is_refused_and_the_draft_taken_back)]),
        ("9 foreign prices alone give lines of nothing", [nameof(WireTraps.Foreign_prices_go_in_the_company_s_currency_because_lines_with_them_alone_come_out_as_nothing)]),
        ("9 lines of a validated order are a 400 without text", [nameof(WireTraps.Lines_of_a_validated_order_are_refused_before_anything_is_sent)]),
        ("9 there is no call to cancel", [nameof(DocumentTraps.Cancel_that_has_no_call_stores_the_status_and_can_be_taken_back)]),
        ("9 an order with an invoice can be deleted", [nameof(DocumentTraps.Order_with_an_invoice_is_never_deleted_although_Dolibarr_would)]),
        ("9 totals are rounded line by line, and local taxes come from the dictionary", [nameof(TotalsTests.Document_comes_out_with_its_totals_or_is_refused_before_any_write)]),
        ("10 paid invoices can be set back", [nameof(WireTraps.Validated_and_paid_invoices_are_never_set_back_although_the_api_would)]),
        ("10 a refund is booked with the wrong sign", [nameof(DocumentTraps.Refund_that_the_api_books_with_the_wrong_sign_is_refused_with_the_way_out)]),
        ("10 cheques need a name and payments an account", [nameof(DocumentTraps.Cheque_is_booked_with_the_name_of_who_wrote_it), nameof(WireTraps.Payment_without_an_account_is_refused_by_name_before_anything_is_sent)]),
        ("11 one call ships everything again, and the origin must be named", [nameof(WireTraps.Shipment_names_its_origin_and_the_call_that_ships_everything_is_never_used), nameof(PartyTraps.Shipment_takes_what_is_open_and_never_ships_twice)]),
        ("11 the tracking address is HTML", [nameof(WireTraps.Tracking_address_is_taken_out_of_its_html)]),
        ("11 tracking numbers have 50 characters", [nameof(TrackingTests.Numbers_that_do_not_fit_the_column_are_kept_whole_in_the_note)]),
        ("15 a draft that a crash left is finished", [nameof(DocumentTraps.Draft_that_a_crash_left_is_found_by_its_token_and_finished)]),
    ];
}
