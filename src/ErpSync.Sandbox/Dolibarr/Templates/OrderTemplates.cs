namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The full field sets of a sales order without optional values.</summary>
internal static class OrderTemplates
{
    /// <summary>An order of version 23.</summary>
    public const string Of23 = """
        {
        "module":null, "id":"8", "entity":"1", "import_key":null, "array_options":[], "array_languages":null, "contacts_ids":null, "contacts_ids_internal":null,
        "linkedObjectsIds":[], "canvas":null, "fk_project":null, "contact_id":null, "user":null, "product":null, "origin_type":null, "origin_id":null, "ref":"(PROV8)",
        "ref_ext":null, "statut":"0", "status":"0", "country_id":null, "country_code":null, "state_id":null, "region_id":null, "mode_reglement_id":null,
        "cond_reglement_id":null, "demand_reason_id":null, "transport_mode_id":null, "shipping_method_id":null, "shipping_method":null, "fk_multicurrency":"2",
        "multicurrency_code":"USD", "multicurrency_tx":"1.10000000", "multicurrency_total_ht":"0.00000000", "multicurrency_total_tva":"0.00000000",
        "multicurrency_total_localtax1":null, "multicurrency_total_localtax2":null, "multicurrency_total_ttc":"0.00000000", "model_pdf":"", "last_main_doc":null,
        "fk_account":null, "note_public":"", "note_private":"", "total_ht":"0.00000000", "total_tva":"0.00000000", "total_localtax1":"0.00000000",
        "total_localtax2":"0.00000000", "total_ttc":"0.00000000", "lines":[], "actiontypecode":null, "name":null, "lastname":null, "firstname":null, "civility_id":null,
        "civility_code":null, "date_creation":1795318507, "date_validation":"", "date_modification":1795318507, "tms":null, "date_cloture":null, "user_creation_id":"2",
        "user_validation_id":null, "user_closing_id":null, "user_modification_id":null, "fk_user_creat":null, "fk_user_modif":null, "specimen":0, "totalpaid":null,
        "totalpaid_multicurrency":null, "extraparams":[], "cond_reglement_supplier_id":null, "deposit_percent":null, "retained_warranty_fk_cond_reglement":null,
        "warehouse_id":null, "code":"", "fk_incoterms":"0", "label_incoterms":null, "location_incoterms":"", "socid":"2", "ref_client":null, "ref_customer":null,
        "contactid":null, "billed":"0", "date_lim_reglement":null, "cond_reglement_code":null, "cond_reglement_doc":null, "mode_reglement_code":null,
        "availability_id":null, "availability_code":null, "availability":null, "demand_reason_code":null, "date":1795305600, "date_commande":1795305600,
        "delivery_date":"", "fk_remise_except":null, "remise_percent":null, "source":null, "signed_status":0, "user_author_id":"2", "line":null, "module_source":null,
        "pos_source":null, "expeditions":null, "online_payment_url":"http://127.0.0.1:8101/public/payment/newpayment.php?source=order&ref=%28PROV8%29"
        }
        """;

    /// <summary>An order of version 18.</summary>
    public const string Of18 = """
        {
        "module":null, "id":"1", "entity":"1", "import_key":null, "array_options":[], "array_languages":null, "contacts_ids":[], "linked_objects":[],
        "linkedObjectsIds":[], "oldref":null, "canvas":null, "fk_project":null, "contact_id":null, "user":null, "origin":null, "origin_id":null, "ref":"(PROV1)",
        "ref_ext":null, "statut":"0", "status":"0", "country_id":null, "country_code":null, "state_id":null, "region_id":null, "mode_reglement_id":null,
        "cond_reglement_id":null, "demand_reason_id":null, "transport_mode_id":null, "shipping_method_id":null, "shipping_method":null, "multicurrency_code":"EUR",
        "multicurrency_tx":"1.00000000", "model_pdf":"", "last_main_doc":null, "fk_bank":null, "fk_account":null, "note_public":"", "note_private":"",
        "total_ht":"25.00000000", "total_tva":"5.00000000", "total_localtax1":"0.00000000", "total_localtax2":"0.00000000", "total_ttc":"30.00000000", "lines":[],
        "name":null, "lastname":null, "firstname":null, "civility_id":null, "date_creation":1795319383, "date_validation":"", "date_modification":1795319383,
        "date_update":null, "date_cloture":null, "user_author":null, "user_creation":null, "user_creation_id":"1", "user_valid":null, "user_validation":null,
        "user_validation_id":null, "user_closing_id":null, "user_modification":null, "user_modification_id":null, "specimen":0, "labelStatus":null,
        "showphoto_on_popup":null, "nb":[], "output":null, "extraparams":[], "code":"", "fk_incoterms":"0", "label_incoterms":null, "location_incoterms":"", "socid":"1",
        "ref_client":null, "ref_customer":null, "contactid":null, "billed":"0", "brouillon":1, "cond_reglement_code":null, "cond_reglement_doc":null,
        "deposit_percent":null, "mode_reglement_code":null, "availability_id":null, "availability_code":null, "availability":null, "demand_reason_code":null,
        "date":1795305600, "date_commande":1795305600, "date_livraison":"", "delivery_date":"", "fk_remise_except":null, "remise_percent":"0", "remise_absolue":null,
        "info_bits":null, "rang":null, "special_code":null, "source":null, "warehouse_id":null, "user_author_id":"1", "line":null, "fk_multicurrency":"0",
        "multicurrency_total_ht":"25.00000000", "multicurrency_total_tva":"5.00000000", "multicurrency_total_ttc":"30.00000000", "module_source":null, "pos_source":null,
        "expeditions":null, "online_payment_url":"http://127.0.0.1:8101/v18/public/payment/newpayment.php?source=order&ref=%28PROV1%29", "remise":"0"
        }
        """;
}
