namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The full field set of a price for one customer, with the internal database object that the server leaks.</summary>
internal static class PriceTemplates
{
    /// <summary>A price for one customer.</summary>
    public const string Customer = """
        { "module":null,
        "db":{"db":{},"type":"mysqli","forcecharset":"utf8mb4","forcecollate":"utf8mb4_unicode_ci","connected":true,"database_selected":true,"database_name":"doli","database_user":"doli","database_host":"127.0.0.1","database_port":3306,"transaction_opened":0,"lastquery":"SELECT 1","lastqueryerror":null,"lasterror":null,"lasterrno":null,"prefix_db":null,"ok":true,"error":null}, "id":"1", "entity":"1", "error":null, "errorhidden":null,
        "errors":[], "element":null, "fk_element":null, "element_for_permission":null, "table_element":null, "table_rowid":null, "table_element_line":"",
        "ismultientitymanaged":null, "import_key":null, "array_options":[], "fields":[], "array_languages":null, "contacts_ids":null, "contacts_ids_internal":null,
        "linked_objects":null, "linkedObjectsIds":null, "linkedObjects":null, "oldcopy":null, "oldref":null, "restrictiononfksoc":0, "context":[], "actionmsg":null,
        "actionmsg2":null, "canvas":null, "project":null, "fk_project":null, "fk_projet":null, "contact":null, "contact_id":null, "thirdparty":null, "user":null, "product":null,
        "origin_type":null, "origin_id":null, "origin_object":null, "origin":null, "ref":null, "ref_ext":null, "ref_previous":null, "ref_next":null, "newref":null, "statut":null,
        "status":null, "country":null, "country_id":null, "country_code":null, "state":null, "state_id":null, "state_code":null, "region_id":null, "region_code":null,
        "region":null, "barcode_type":null, "barcode_type_code":null, "barcode_type_label":null, "barcode_type_coder":null, "mode_reglement_id":null, "cond_reglement_id":null,
        "demand_reason_id":null, "transport_mode_id":null, "fk_delivery_address":null, "shipping_method_id":null, "shipping_method":null, "fk_multicurrency":null,
        "multicurrency_code":null, "multicurrency_tx":null, "multicurrency_total_ht":null, "multicurrency_total_tva":null, "multicurrency_total_localtax1":null,
        "multicurrency_total_localtax2":null, "multicurrency_total_ttc":null, "model_pdf":null, "last_main_doc":null, "fk_bank":null, "fk_account":null, "note_public":null,
        "note_private":null, "note":null, "total_ht":null, "total_tva":null, "total_localtax1":null, "total_localtax2":null, "total_ttc":null, "lines":null,
        "actiontypecode":null, "comments":[], "name":null, "lastname":null, "firstname":null, "civility_id":null, "civility_code":null, "date_creation":null,
        "date_validation":null, "date_modification":1795319854, "tms":1795319854, "date_cloture":null, "user_creation_id":null, "user_validation_id":null, "user_closing_id":null,
        "user_modification_id":null, "fk_user_creat":null, "fk_user_modif":null, "next_prev_filter":null, "specimen":0, "sendtoid":null, "alreadypaid":null, "totalpaid":null,
        "totalpaid_multicurrency":null, "labelStatus":[], "labelStatusShort":[], "tpl":null, "showphoto_on_popup":null, "nb":[], "nbphoto":null, "output":null, "extraparams":[],
        "cond_reglement_supplier_id":null, "deposit_percent":null, "retained_warranty_fk_cond_reglement":null, "warehouse_id":null, "isextrafieldmanaged":0, "TRIGGER_PREFIX":"",
        "parent_element":"", "fk_parent_attribute":"", "rowid":null, "picto":"line", "fk_unit":null, "date_debut_prevue":null, "date_debut_reel":null, "date_fin_prevue":null,
        "date_fin_reel":null, "weight":null, "weight_units":null, "length":null, "length_units":null, "width":null, "width_units":null, "height":null, "height_units":null,
        "surface":null, "surface_units":null, "volume":null, "volume_units":null, "multilangs":null, "product_type":null, "fk_product":"1061", "desc":null, "description":null,
        "product_ref":null, "product_label":null, "product_barcode":null, "product_desc":null, "product_custom_code":null, "product_custom_country_code":null,
        "product_custom_country_id":null, "fk_product_type":null, "qty":null, "duree":null, "remise_percent":null, "info_bits":null, "special_code":null, "subprice":null,
        "subprice_ttc":null, "tva_tx":"20.0000", "multicurrency_subprice":null, "multicurrency_subprice_ttc":null, "datec":1795319854, "ref_customer":null, "fk_soc":"1",
        "price":"7.00000000", "price_ttc":"8.40000000", "price_min":"0.00000000", "price_min_ttc":"0.00000000", "price_base_type":"HT", "default_vat_code":null,
        "recuperableonly":"0", "localtax1_tx":"0", "localtax2_tx":"0", "discount_percent":"0", "date_begin":"", "date_end":"", "fk_user":"2", "price_label":null,
        "socname":"Dupont & Fils SARL", "prodref":"SINGLE-1", "localtax1_type":"0", "localtax2_type":"0" }
        """;
}
