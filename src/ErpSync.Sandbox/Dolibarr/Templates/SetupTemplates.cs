namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The own company and the user of a key.</summary>
internal static class SetupTemplates
{
    /// <summary>The own company.</summary>
    public const string Company = """
        {
        "module":"societe", "id":0, "entity":1, "import_key":null, "array_options":[], "array_languages":null, "contacts_ids":null, "contacts_ids_internal":null,
        "linkedObjectsIds":null, "canvas":null, "fk_project":null, "user":null, "product":null, "origin_type":null, "origin_id":null, "ref":null, "ref_ext":null, "statut":null,
        "status":1, "country_id":1, "country_code":"FR", "state_id":0, "region_id":null, "barcode_type":null, "barcode_type_coder":null, "mode_reglement_id":null,
        "cond_reglement_id":null, "demand_reason_id":null, "transport_mode_id":null, "shipping_method_id":null, "shipping_method":null, "fk_multicurrency":null,
        "multicurrency_code":null, "multicurrency_tx":null, "multicurrency_total_ht":null, "multicurrency_total_tva":null, "multicurrency_total_localtax1":null,
        "multicurrency_total_localtax2":null, "multicurrency_total_ttc":null, "model_pdf":null, "last_main_doc":null, "fk_account":null, "note_public":null, "note_private":"",
        "actiontypecode":null, "name":"Sandbox SARL", "civility_code":null, "date_creation":null, "date_validation":null, "date_modification":null, "tms":null,
        "date_cloture":null, "user_creation_id":null, "user_validation_id":null, "user_closing_id":null, "user_modification_id":null, "fk_user_creat":null, "fk_user_modif":null,
        "specimen":0, "totalpaid":null, "totalpaid_multicurrency":null, "extraparams":[], "deposit_percent":null, "retained_warranty_fk_cond_reglement":null, "warehouse_id":null,
        "SupplierCategories":[], "prefixCustomerIsRequired":null, "name_alias":null, "particulier":null, "phone":"", "phone_mobile":"", "fax":"", "email":"", "no_email":null,
        "skype":null, "twitter":null, "facebook":null, "linkedin":null, "url":"", "barcode":null, "idprof1":"", "siren":null, "idprof2":"", "siret":null, "idprof3":"",
        "ape":null, "idprof4":"", "idprof5":"", "idprof6":"", "idprof7":"", "idprof8":"", "idprof9":"", "idprof10":"", "socialobject":"", "tva_assuj":1, "tva_intra":"",
        "vat_reverse_charge":0, "localtax1_assuj":0, "localtax1_value":null, "localtax2_assuj":0, "localtax2_value":null, "managers":"", "capital":null, "typent_id":0,
        "typent_code":null, "birth":null, "remise_percent":null, "remise_supplier_percent":null, "user_modification":null, "user_creation":null, "code_client":null,
        "code_fournisseur":null, "code_compta_client":null, "accountancy_code_customer_general":null, "accountancy_code_customer":null, "code_compta_fournisseur":null,
        "accountancy_code_supplier_general":null, "accountancy_code_supplier":null, "code_compta_product":null, "stcomm_id":null, "stcomm_picto":null,
        "status_prospect_label":null, "price_level":null, "outstanding_limit":null, "order_min_amount":null, "supplier_order_min_amount":null, "commercial_id":null,
        "parent":null, "default_lang":"en_US", "ip":null, "webservices_url":null, "webservices_key":null, "logo":"", "logo_small":"", "logo_mini":"", "logo_squarred":"",
        "logo_squarred_small":"", "logo_squarred_mini":"", "accountancy_code_sell":null, "accountancy_code_buy":null, "currency_code":"EUR", "fk_warehouse":null,
        "termsofsale":"", "partnerships":[], "bank_account":null, "code_compta":null, "socialnetworks":[], "address":"", "zip":"", "town":""
        }
        """;

    /// <summary>The user of the key.</summary>
    public const string User = """
        {
        "module":null, "id":"2", "entity":"0", "import_key":null, "array_options":[], "array_languages":null, "contacts_ids":null, "contacts_ids_internal":null,
        "linkedObjectsIds":null, "canvas":null, "fk_project":null, "contact_id":null, "user":null, "product":null, "origin_type":null, "origin_id":null, "ref":"2",
        "ref_ext":null, "statut":"1", "status":"1", "country_id":null, "country_code":"", "state_id":null, "region_id":null, "barcode_type":null, "barcode_type_coder":null,
        "mode_reglement_id":null, "cond_reglement_id":null, "demand_reason_id":null, "transport_mode_id":null, "shipping_method":null, "fk_multicurrency":null,
        "multicurrency_code":null, "multicurrency_tx":null, "multicurrency_total_ht":null, "multicurrency_total_tva":null, "multicurrency_total_localtax1":null,
        "multicurrency_total_localtax2":null, "multicurrency_total_ttc":null, "last_main_doc":null, "fk_account":null, "note_public":"", "note_private":"", "actiontypecode":null,
        "name":null, "lastname":"SuperAdmin", "firstname":"", "civility_id":null, "civility_code":"", "date_creation":null, "date_validation":null, "date_modification":null,
        "tms":null, "date_cloture":null, "user_creation_id":"0", "user_validation_id":null, "user_closing_id":null, "user_modification_id":"2", "fk_user_creat":null,
        "fk_user_modif":null, "specimen":0, "totalpaid":null, "totalpaid_multicurrency":null, "extraparams":[], "cond_reglement_supplier_id":null, "deposit_percent":null,
        "retained_warranty_fk_cond_reglement":null, "warehouse_id":null, "employee":"1", "fullname":null, "gender":"", "birth":"", "email":"", "email_oauth2":null,
        "personal_email":"", "socialnetworks":[], "job":"", "signature":"", "office_phone":"", "office_fax":"", "user_mobile":"", "personal_mobile":"", "admin":"1",
        "login":"admin", "pass_crypted":null, "datec":1795317885, "datem":"", "socid":null, "fk_member":null, "fk_user":null, "fk_user_expense_validator":null,
        "fk_user_holiday_validator":null, "clicktodial_url":null, "clicktodial_login":null, "clicktodial_poste":null, "datelastpassvalidation":"2026-11-22 03:24:45",
        "datelastlogin":"", "datepreviouslogin":"", "flagdelsessionsbefore":1795317880, "iplastlogin":null, "ippreviouslogin":null, "datestartvalidity":"", "dateendvalidity":"",
        "photo":null, "lang":null, "rights":{"user":{"user":{},"self":{},"user_advance":{},"self_advance":{},"group_advance":{}}}, "user_group_list":[], "conf":{}, "users":[],
        "parentof":null, "accountancy_code_user_general":"", "accountancy_code":"", "thm":null, "tjm":null, "salary":null, "salaryextra":null, "weeklyhours":null, "color":"",
        "dateemployment":"", "dateemploymentend":"", "default_c_exp_tax_cat":null, "ref_employee":"", "national_registration_number":"", "default_range":null,
        "fk_warehouse":null, "fk_establishment":null, "label_establishment":null, "usergroup_entity":null, "address":"", "zip":"", "town":"", "url":null
        }
        """;
}
