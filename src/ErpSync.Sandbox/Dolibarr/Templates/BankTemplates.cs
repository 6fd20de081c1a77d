namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The full field sets of bank accounts and payments.</summary>
internal static class BankTemplates
{
    /// <summary>A bank account of version 23.</summary>
    public const string Account23 = """
        {
        "module":null, "id":"1", "entity":null, "import_key":null, "array_options":[], "array_languages":null, "contacts_ids":null, "contacts_ids_internal":null,
        "linkedObjectsIds":null, "canvas":null, "fk_project":null, "contact_id":null, "user":null, "product":null, "origin_type":null, "origin_id":null, "ref":"BNK1",
        "ref_ext":null, "statut":null, "status":"0", "country_id":"1", "country_code":"FR", "state_id":null, "region_id":null, "barcode_type":null,
        "barcode_type_coder":null, "mode_reglement_id":null, "cond_reglement_id":null, "demand_reason_id":null, "transport_mode_id":null, "shipping_method_id":null,
        "shipping_method":null, "fk_multicurrency":null, "multicurrency_code":null, "multicurrency_tx":null, "multicurrency_total_ht":null, "multicurrency_total_tva":null,
        "multicurrency_total_localtax1":null, "multicurrency_total_localtax2":null, "multicurrency_total_ttc":null, "model_pdf":null, "last_main_doc":null,
        "fk_account":null, "note_public":null, "note_private":null, "total_ht":null, "total_tva":null, "total_localtax1":null, "total_localtax2":null, "total_ttc":null,
        "lines":null, "actiontypecode":null, "name":null, "lastname":null, "firstname":null, "civility_id":null, "civility_code":null, "date_creation":1795318153,
        "date_validation":null, "date_modification":1795318153, "tms":null, "date_cloture":null, "user_creation_id":null, "user_validation_id":null,
        "user_closing_id":null, "user_modification_id":null, "fk_user_creat":null, "fk_user_modif":null, "specimen":0, "totalpaid":null, "totalpaid_multicurrency":null,
        "extraparams":[], "cond_reglement_supplier_id":null, "deposit_percent":null, "retained_warranty_fk_cond_reglement":null, "warehouse_id":null, "label":"Main bank",
        "courant":"1", "type":"1", "bank":"Bank One", "clos":"0", "rappro":"1", "url":null, "code_banque":"", "code_guichet":"", "number":"", "cle_rib":"",
        "bic":"AGRIFRPP", "iban":"FR7630006000011234567890189", "iban_prefix":null, "pti_in_ctti":"0", "proprio":"", "owner_name":"", "owner_address":"", "owner_zip":"",
        "owner_town":"", "owner_country_id":null, "owner_country_code":null, "domiciliation":null, "address":"", "type_lib":["BankType0","BankType1","BankType2"],
        "account_number":"", "fk_accountancy_journal":null, "accountancy_journal":null, "currency_code":"EUR", "account_currency_code":"EUR", "min_allowed":"0",
        "min_desired":"0", "comment":"", "date_solde":null, "solde":null, "balance":0, "ics":"", "ics_transfer":""
        }
        """;

    /// <summary>A payment of version 23.</summary>
    public const string Payment23 = """
        {
        "module":null, "id":"1", "entity":null, "import_key":null, "array_options":[], "array_languages":null, "contacts_ids":null, "contacts_ids_internal":null,
        "linkedObjectsIds":null, "fk_project":null, "contact_id":null, "user":null, "product":null, "origin_type":null, "origin_id":null, "ref":"PAY2611-0001",
        "ref_ext":"PS-PAY-1", "statut":"0", "status":null, "country_id":null, "country_code":null, "state_id":null, "region_id":null, "barcode_type":null,
        "barcode_type_coder":null, "mode_reglement_id":null, "cond_reglement_id":null, "demand_reason_id":null, "transport_mode_id":null, "shipping_method_id":null,
        "shipping_method":null, "fk_multicurrency":null, "multicurrency_code":[], "multicurrency_tx":[], "multicurrency_total_ht":null, "multicurrency_total_tva":null,
        "multicurrency_total_localtax1":null, "multicurrency_total_localtax2":null, "multicurrency_total_ttc":null, "model_pdf":null, "last_main_doc":null,
        "fk_account":"1", "note_public":null, "note_private":"card", "total_ht":null, "total_tva":null, "total_localtax1":null, "total_localtax2":null, "total_ttc":null,
        "lines":null, "actiontypecode":null, "name":null, "lastname":null, "firstname":null, "civility_id":null, "civility_code":null, "date_creation":null,
        "date_validation":null, "date_modification":null, "tms":null, "date_cloture":null, "user_creation_id":null, "user_validation_id":null, "user_closing_id":null,
        "user_modification_id":null, "fk_user_creat":null, "fk_user_modif":null, "specimen":0, "totalpaid":null, "totalpaid_multicurrency":null, "extraparams":[],
        "cond_reglement_supplier_id":null, "deposit_percent":null, "retained_warranty_fk_cond_reglement":null, "warehouse_id":null, "facid":null, "socid":null,
        "datepaye":1795305600, "date":1795305600, "total":null, "montant":"50.00000000", "amount":"50.00000000", "multicurrency_amount":"50.00000000",
        "multicurrency_currency":null, "amounts":[], "multicurrency_amounts":[], "pos_change":0, "paiementid":null, "paiementcode":null, "type_label":"Credit card",
        "type_code":"CB", "num_paiement":null, "num_payment":"TX-1", "id_prelevement":null, "num_prelevement":null, "ext_payment_id":null, "ext_payment_site":null,
        "bank_account":"1", "bank_line":"3", "fk_paiement":null
        }
        """;
}
