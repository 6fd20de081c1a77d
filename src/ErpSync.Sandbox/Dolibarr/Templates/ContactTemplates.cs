namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The full field sets of a contact without optional values.</summary>
internal static class ContactTemplates
{
    /// <summary>A contact of version 23.</summary>
    public const string Of23 = """
        {
        "module":null, "id":"2", "entity":"1", "import_key":null, "array_options":[], "array_languages":null, "contacts_ids":null, "contacts_ids_internal":null,
        "linkedObjectsIds":null, "canvas":null, "fk_project":null, "contact_id":null, "user":null, "product":null, "origin_type":null, "origin_id":null, "ref":"2",
        "ref_ext":null, "statut":"1", "status":"1", "country_id":null, "country_code":null, "state_id":null, "region_id":null, "barcode_type":null,
        "barcode_type_coder":null, "mode_reglement_id":null, "cond_reglement_id":null, "demand_reason_id":null, "transport_mode_id":null, "shipping_method_id":null,
        "shipping_method":null, "fk_multicurrency":null, "multicurrency_code":null, "multicurrency_tx":null, "multicurrency_total_ht":null, "multicurrency_total_tva":null,
        "multicurrency_total_localtax1":null, "multicurrency_total_localtax2":null, "multicurrency_total_ttc":null, "model_pdf":null, "last_main_doc":null,
        "fk_account":null, "note_public":null, "note_private":null, "actiontypecode":null, "name":null, "lastname":"Compta", "firstname":"", "civility_id":null,
        "civility_code":"", "date_creation":1795318448, "date_validation":null, "date_modification":"", "tms":null, "date_cloture":null, "user_creation_id":"2",
        "user_validation_id":null, "user_closing_id":null, "user_modification_id":"2", "fk_user_creat":null, "fk_user_modif":null, "specimen":0, "totalpaid":null,
        "totalpaid_multicurrency":null, "extraparams":[], "cond_reglement_supplier_id":null, "deposit_percent":null, "retained_warranty_fk_cond_reglement":null,
        "warehouse_id":null, "civility":"", "birthday_alert":null, "civilite":null, "fullname":null, "name_alias":"", "address":"", "zip":"", "town":"", "poste":"",
        "socid":"1", "fk_soc":"1", "socname":"Dupont & Fils SARL", "code":null, "email":"", "mail":"", "url":null, "no_email":null, "socialnetworks":[], "photo":null,
        "phone_pro":"", "phone_perso":"", "phone_mobile":"", "fax":"", "priv":"0", "birthday":"", "default_lang":null, "ref_facturation":null, "ref_contrat":null,
        "ref_commande":null, "ref_propal":null, "user_id":null, "user_login":null, "ip":null, "roles":null, "cacheprospectstatus":[], "fk_prospectlevel":"",
        "stcomm_id":"0", "statut_commercial":"Never contacted", "stcomm_picto":null
        }
        """;

    /// <summary>A contact of version 18.</summary>
    public const string Of18 = """
        {
        "module":null, "id":"1", "entity":"1", "import_key":null, "array_options":[], "array_languages":null, "contacts_ids":null, "linked_objects":null,
        "linkedObjectsIds":null, "oldref":null, "canvas":null, "fk_project":null, "contact_id":null, "user":null, "origin":null, "origin_id":null, "ref":"1",
        "ref_ext":null, "statut":"1", "status":null, "country_id":null, "country_code":"", "state_id":null, "region_id":null, "barcode_type":null,
        "barcode_type_coder":null, "mode_reglement_id":null, "cond_reglement_id":null, "demand_reason_id":null, "transport_mode_id":null, "shipping_method_id":null,
        "shipping_method":null, "multicurrency_code":null, "multicurrency_tx":null, "model_pdf":null, "last_main_doc":null, "fk_bank":null, "fk_account":null,
        "note_public":null, "note_private":null, "name":null, "lastname":"Z", "firstname":"", "civility_id":null, "date_creation":1795319383, "date_validation":null,
        "date_modification":1795319383, "date_update":null, "date_cloture":null, "user_author":null, "user_creation":null, "user_creation_id":null, "user_valid":null,
        "user_validation":null, "user_validation_id":null, "user_closing_id":null, "user_modification":null, "user_modification_id":null, "specimen":0, "labelStatus":null,
        "showphoto_on_popup":null, "nb":[], "output":null, "extraparams":[], "civility_code":"", "civility":"", "egroupware_id":null, "birthday_alert":null,
        "civilite":null, "fullname":null, "address":"", "zip":"", "town":"", "poste":"", "socid":"1", "fk_soc":"1", "socname":"Dupont", "code":null, "email":"", "mail":"",
        "url":null, "no_email":null, "socialnetworks":[], "skype":null, "twitter":null, "facebook":null, "linkedin":null, "jabberid":null, "photo":null, "phone_pro":"",
        "phone_perso":"", "phone_mobile":"", "fax":"", "priv":"0", "birthday":"", "default_lang":null, "ref_facturation":null, "ref_contrat":null, "ref_commande":null,
        "ref_propal":null, "user_id":null, "user_login":null, "roles":[], "cacheprospectstatus":[], "fk_prospectlevel":"", "stcomm_id":"0",
        "statut_commercial":"Never contacted", "stcomm_picto":null
        }
        """;
}
