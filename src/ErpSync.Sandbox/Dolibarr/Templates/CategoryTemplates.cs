namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The full field set of a category.</summary>
internal static class CategoryTemplates
{
    /// <summary>A category of version 23.</summary>
    public const string Of23 = """
        {
        "module":null, "id":"2", "entity":1, "import_key":null, "array_options":[], "array_languages":null, "contacts_ids":null, "contacts_ids_internal":null,
        "linkedObjectsIds":null, "product":null, "origin_type":null, "origin_id":null, "ref":null, "ref_ext":"PS-CAT-12", "status":null, "state_id":null, "region_id":null,
        "demand_reason_id":null, "transport_mode_id":null, "shipping_method":null, "fk_multicurrency":null, "multicurrency_code":null, "multicurrency_tx":null,
        "multicurrency_total_ht":null, "multicurrency_total_tva":null, "multicurrency_total_localtax1":null, "multicurrency_total_localtax2":null, "multicurrency_total_ttc":null,
        "model_pdf":null, "last_main_doc":null, "note_public":null, "note_private":null, "actiontypecode":null, "civility_code":null, "date_creation":1795318153,
        "date_validation":null, "date_modification":1795318153, "tms":null, "date_cloture":null, "user_creation_id":2, "user_validation_id":null, "user_closing_id":null,
        "user_modification_id":0, "fk_user_creat":null, "fk_user_modif":null, "specimen":0, "totalpaid":null, "totalpaid_multicurrency":null, "extraparams":[],
        "cond_reglement_supplier_id":null, "deposit_percent":null, "retained_warranty_fk_cond_reglement":null, "warehouse_id":null,
        "MAP_ID":{"product":0,"supplier":1,"customer":2,"member":3,"contact":4,"bank_account":5,"project":6,"user":7,"bank_line":8,"warehouse":9,"actioncomm":10,"website_page":11,"ticket":12,"knowledgemanagement":13,"fichinter":14,"order":16,"invoice":17,"supplier_order":20,"supplier_invoice":21,"supplier_proposal":22,"propal":23,"project_task":24},
        "fk_parent":1, "label":"T-shirts & tops", "description":"", "color":"", "position":"0", "visible":0, "type":"0", "childs":[], "multilangs":[]
        }
        """;
}
