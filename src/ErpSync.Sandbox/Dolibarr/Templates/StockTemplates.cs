namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The full field sets of a warehouse and a stock movement.</summary>
internal static class StockTemplates
{
    /// <summary>A warehouse.</summary>
    public const string Warehouse = """
        {
        "id":"1", "entity":"1", "import_key":null, "array_options":[], "array_languages":null, "fk_project":null, "ref":"MAIN", "statut":"1", "status":"1", "country_id":"1",
        "barcode_type":"0", "barcode_type_coder":null, "model_pdf":"", "date_creation":"2026-11-22 03:29:12", "date_modification":"2026-11-22 03:29:12", "user_creation_id":"0",
        "warehouse_id":"1", "label":"MAIN", "barcode":"", "description":"Paris", "fk_departement":"0", "lieu":"Main warehouse", "address":"1 rue du Test", "zip":"75001",
        "town":"Paris", "phone":"", "fax":"", "fk_parent":null, "warehouse_usage":"0"
        }
        """;

    /// <summary>A movement of version 23.</summary>
    public const string Movement23 = """
        {
        "module":null, "id":"5", "entity":null, "import_key":null, "array_options":[], "array_languages":null, "contacts_ids":null, "contacts_ids_internal":null,
        "linkedObjectsIds":null, "product":null, "origin_type":"", "origin_id":"0", "ref":null, "ref_ext":null, "statut":null, "status":null, "state_id":null, "region_id":null,
        "demand_reason_id":null, "transport_mode_id":null, "shipping_method":null, "fk_multicurrency":null, "multicurrency_code":null, "multicurrency_tx":null,
        "multicurrency_total_ht":null, "multicurrency_total_tva":null, "multicurrency_total_localtax1":null, "multicurrency_total_localtax2":null, "multicurrency_total_ttc":null,
        "last_main_doc":null, "actiontypecode":null, "civility_code":null, "date_creation":null, "date_validation":null, "date_modification":null, "tms":1795318316,
        "date_cloture":null, "user_creation_id":null, "user_validation_id":null, "user_closing_id":null, "user_modification_id":null, "fk_user_creat":null, "fk_user_modif":null,
        "specimen":0, "totalpaid":null, "totalpaid_multicurrency":null, "extraparams":[], "cond_reglement_supplier_id":null, "deposit_percent":null,
        "retained_warranty_fk_cond_reglement":null, "warehouse_id":"1", "product_id":"2", "entrepot_id":null, "qty":"1.5", "type":"3", "datem":1795318316, "price":"0.00000000",
        "fk_user_author":"2", "label":"", "fk_origin":"0", "origintype":"", "line_id_oject_src":null, "line_id_oject_origin":null, "inventorycode":null, "movementcode":null,
        "batch":"", "line_id_object_src":null, "line_id_object_origin":null, "eatby":"", "sellby":""
        }
        """;

    /// <summary>A movement of version 18.</summary>
    public const string Movement18 = """
        {
        "module":null, "id":"1", "entity":null, "import_key":null, "array_options":[], "array_languages":null, "contacts_ids":null, "linked_objects":null,
        "linkedObjectsIds":null, "oldref":null, "origin":null, "origin_id":"0", "ref":null, "ref_ext":null, "statut":null, "status":null, "state_id":null, "region_id":null,
        "demand_reason_id":null, "transport_mode_id":null, "shipping_method":null, "multicurrency_code":null, "multicurrency_tx":null, "last_main_doc":null, "fk_bank":null,
        "date_creation":null, "date_validation":null, "date_modification":null, "date_update":null, "date_cloture":null, "user_author":null, "user_creation":null,
        "user_creation_id":null, "user_valid":null, "user_validation":null, "user_validation_id":null, "user_closing_id":null, "user_modification":null,
        "user_modification_id":null, "specimen":0, "labelStatus":null, "showphoto_on_popup":null, "nb":[], "output":null, "extraparams":[], "product_id":"1", "entrepot_id":null,
        "warehouse_id":"1", "qty":"10", "type":"3", "tms":1795319383, "datem":1795319383, "price":"0.00000000", "fk_user_author":"1", "label":"", "fk_origin":"0",
        "origintype":"", "origin_type":"", "inventorycode":null, "batch":null, "line_id_object_src":null, "line_id_object_origin":null, "eatby":"", "sellby":""
        }
        """;
}
