namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The full field sets of a customer invoice without optional values.</summary>
internal static class InvoiceTemplates
{
    /// <summary>An invoice of version 23.</summary>
    public const string Of23 = """
        {
        "module":null, "id":"9", "entity":"1", "import_key":null, "array_options":[], "array_languages":null, "contacts_ids":[], "contacts_ids_internal":null,
        "linkedObjectsIds":[], "fk_project":null, "contact_id":null, "user":null, "product":null, "origin_type":null, "origin_id":null, "ref":"(PROV9)", "ref_ext":null,
        "statut":"0", "status":"0", "country_id":null, "country_code":null, "state_id":null, "region_id":null, "mode_reglement_id":"0", "cond_reglement_id":"0",
        "demand_reason_id":null, "transport_mode_id":null, "shipping_method_id":null, "shipping_method":null, "fk_multicurrency":"0", "multicurrency_code":"EUR",
        "multicurrency_tx":"1.00000000", "multicurrency_total_ht":"100.00000000", "multicurrency_total_tva":"21.00000000", "multicurrency_total_localtax1":null,
        "multicurrency_total_localtax2":null, "multicurrency_total_ttc":"121.00000000", "model_pdf":null, "last_main_doc":null, "fk_account":null, "note_public":null,
        "note_private":null, "total_ht":"100.00000000", "total_tva":"21.00000000", "total_localtax1":"0.00000000", "total_localtax2":"0.00000000",
        "total_ttc":"121.00000000", "lines":[], "actiontypecode":null, "name":null, "lastname":null, "firstname":null, "civility_id":null, "civility_code":null,
        "date_creation":1795318909, "date_validation":"", "date_modification":1795318909, "tms":null, "date_cloture":null, "user_creation_id":"2",
        "user_validation_id":null, "user_closing_id":null, "user_modification_id":null, "fk_user_creat":null, "fk_user_modif":null, "specimen":0, "totalpaid":0,
        "totalpaid_multicurrency":null, "extraparams":[], "cond_reglement_supplier_id":null, "deposit_percent":null, "retained_warranty_fk_cond_reglement":"0",
        "warehouse_id":null, "title":null, "type":"0", "subtype":null, "fk_soc":null, "socid":"9", "paye":"0", "date":1795305600, "date_lim_reglement":1795305600,
        "cond_reglement_code":null, "cond_reglement_label":null, "cond_reglement_doc":null, "mode_reglement_code":null, "revenuestamp":"0.00000000", "totaldeposits":null,
        "totalcreditnotes":null, "remaintopay":"121", "nbofopendirectdebitorcredittransfer":null, "creditnote_ids":[], "stripechargedone":null, "stripechargeerror":null,
        "payment_reference":null, "dispute_status":"0", "description":null, "ref_client":null, "situation_cycle_ref":null, "close_code":null, "close_note":null,
        "postactionmessages":null, "fk_incoterms":"0", "label_incoterms":null, "location_incoterms":"", "fk_user_author":"2", "fk_user_valid":null, "datem":1795318909,
        "delivery_date":null, "ref_customer":null, "resteapayer":null, "module_source":null, "pos_source":null, "pos_print_counter":"0", "email_sent_counter":0,
        "fk_fac_rec_source":null, "fk_facture_source":null, "line":null, "fac_rec":null, "date_pointoftax":"", "situation_counter":null, "situation_final":"0",
        "tab_previous_situation_invoice":[], "tab_next_situation_invoice":[], "retained_warranty":"0", "retained_warranty_date_limit":"", "availability_id":null,
        "date_closing":null, "source":null, "remise_percent":null,
        "online_payment_url":"http://127.0.0.1:8101/public/payment/newpayment.php?source=invoice&ref=%28PROV9%29", "ip":null
        }
        """;

    /// <summary>An invoice of version 18.</summary>
    public const string Of18 = """
        {
        "module":null, "id":"1", "entity":"1", "import_key":null, "array_options":[], "array_languages":null, "contacts_ids":[], "linked_objects":[],
        "linkedObjectsIds":{"commande":{"3":"1"}}, "oldref":null, "fk_project":null, "contact_id":null, "user":null, "origin":null, "origin_id":null, "ref":"FA2611-0001",
        "ref_ext":null, "statut":"1", "status":"1", "country_id":null, "country_code":null, "state_id":null, "region_id":null, "mode_reglement_id":"0",
        "cond_reglement_id":"0", "demand_reason_id":null, "transport_mode_id":null, "shipping_method_id":null, "shipping_method":null, "multicurrency_code":"EUR",
        "multicurrency_tx":"1.00000000", "model_pdf":null, "last_main_doc":null, "fk_bank":null, "fk_account":null, "note_public":null, "note_private":null,
        "total_ht":"25.00000000", "total_tva":"5.00000000", "total_localtax1":"0.00000000", "total_localtax2":"0.00000000", "total_ttc":"30.00000000", "lines":[],
        "name":null, "lastname":null, "firstname":null, "civility_id":null, "date_creation":1795319420, "date_validation":"", "date_modification":1795319420,
        "date_update":null, "date_cloture":null, "user_author":"1", "user_creation":null, "user_creation_id":null, "user_valid":"1", "user_validation":null,
        "user_validation_id":null, "user_closing_id":null, "user_modification":null, "user_modification_id":null, "specimen":0, "labelStatus":null,
        "showphoto_on_popup":null, "nb":[], "output":null, "extraparams":[], "type":"0", "subtype":null, "totalpaid":0, "totaldeposits":null, "totalcreditnotes":null,
        "sumpayed":null, "sumpayed_multicurrency":null, "sumdeposit":null, "sumdeposit_multicurrency":null, "sumcreditnote":null, "sumcreditnote_multicurrency":null,
        "remaintopay":"30", "fk_incoterms":"0", "label_incoterms":null, "location_incoterms":"", "brouillon":null, "socid":"1", "fk_user_author":"1", "fk_user_valid":"1",
        "fk_user_modif":null, "date":1795305600, "datem":1795319420, "date_livraison":null, "delivery_date":null, "ref_client":null, "ref_customer":null,
        "remise_absolue":null, "remise_percent":null, "revenuestamp":"0.00000000", "resteapayer":null, "close_code":null, "close_note":null, "paye":"0",
        "module_source":null, "pos_source":null, "fk_fac_rec_source":null, "fk_facture_source":null, "date_lim_reglement":1795305600, "cond_reglement_code":null,
        "cond_reglement_doc":null, "mode_reglement_code":null, "line":null, "fac_rec":null, "date_pointoftax":"", "fk_multicurrency":"0",
        "multicurrency_total_ht":"25.00000000", "multicurrency_total_tva":"5.00000000", "multicurrency_total_ttc":"30.00000000", "situation_cycle_ref":null,
        "situation_counter":null, "situation_final":"0", "tab_previous_situation_invoice":[], "tab_next_situation_invoice":[], "retained_warranty":"0",
        "retained_warranty_date_limit":"", "retained_warranty_fk_cond_reglement":"0"
        }
        """;
}
