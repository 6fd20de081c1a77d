namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The full field sets of a line of a shipment.</summary>
internal static class ShipmentLineTemplates
{
    /// <summary>A line of version 23.</summary>
    public const string Of23 = """
        {
        "module":null, "id":"1", "entity":null, "import_key":null, "array_options":[], "array_languages":null, "contacts_ids":null, "contacts_ids_internal":null,
        "linkedObjectsIds":null, "product":null, "origin_type":null, "origin_id":null, "ref":"HOOD-RED-S", "ref_ext":null, "statut":null, "status":null, "state_id":null,
        "region_id":null, "demand_reason_id":null, "transport_mode_id":null, "shipping_method":null, "multicurrency_tx":null, "multicurrency_total_ht":"90.00000000",
        "multicurrency_total_tva":"18.00000000", "multicurrency_total_localtax1":null, "multicurrency_total_localtax2":null, "multicurrency_total_ttc":"108.00000000",
        "last_main_doc":null, "fk_account":null, "lines":null, "actiontypecode":null, "civility_code":null, "date_creation":null, "date_validation":null,
        "date_modification":null, "tms":null, "date_cloture":null, "user_creation_id":null, "user_validation_id":null, "user_closing_id":null, "user_modification_id":null,
        "fk_user_creat":null, "fk_user_modif":null, "specimen":0, "totalpaid":null, "totalpaid_multicurrency":null, "extraparams":[], "cond_reglement_supplier_id":null,
        "deposit_percent":null, "retained_warranty_fk_cond_reglement":null, "warehouse_id":null, "parent_element":"expedition", "fk_parent_attribute":"fk_expedition",
        "rowid":"1", "fk_unit":null, "date_debut_prevue":null, "date_debut_reel":null, "date_fin_prevue":null, "date_fin_reel":null, "weight":null, "weight_units":"0",
        "length":null, "length_units":"0", "width":null, "width_units":"0", "height":null, "height_units":"0", "surface":null, "surface_units":"0", "volume":null,
        "volume_units":"0", "multilangs":null, "product_type":"0", "fk_product":"48", "desc":"Hoodie - Red, S", "description":"Hoodie - Red, S",
        "product_ref":"HOOD-RED-S", "product_label":"Hoodie Red S", "product_barcode":"3760001000500", "product_desc":null, "product_custom_code":null,
        "product_custom_country_code":null, "product_custom_country_id":null, "fk_product_type":"0", "qty":"1", "duree":null, "info_bits":"0", "special_code":"0",
        "subprice":"45.00000000", "subprice_ttc":null, "multicurrency_subprice":"45.00000000", "multicurrency_subprice_ttc":null, "line_id":"1", "fk_elementdet":"1",
        "origin_line_id":"1", "fk_parent":null, "element_type":"commande", "fk_origin":"orderline", "fk_expedition":1, "qty_shipped":"1", "detail_batch":[],
        "detail_children":[], "details_entrepot":[{"entrepot_id":"1","qty_shipped":"1","line_id":"1"}], "entrepot_id":"1", "qty_asked":"2", "libelle":"Hoodie Red S",
        "rang":"0", "stockable_product":"1", "product_tosell":"1", "product_tobuy":"1", "product_tobatch":"0", "fk_fournprice":null, "label":null, "pa_ht":"0.00000000",
        "localtax1_tx":"0.0000", "localtax2_tx":"0.0000", "price":null, "fk_remise_except":null, "date_start":"", "date_end":""
        }
        """;

    /// <summary>A line of version 18.</summary>
    public const string Of18 = """
        {
        "module":null, "id":"3", "entity":null, "import_key":null, "array_options":[], "array_languages":null, "contacts_ids":null, "linked_objects":null,
        "linkedObjectsIds":null, "oldref":null, "canvas":null, "origin":null, "origin_id":null, "ref":"TS-001", "ref_ext":null, "statut":null, "status":null,
        "state_id":null, "region_id":null, "demand_reason_id":null, "transport_mode_id":null, "shipping_method":null, "multicurrency_tx":null, "last_main_doc":null,
        "fk_bank":null, "fk_account":null, "lines":null, "date_creation":null, "date_validation":null, "date_modification":null, "date_update":null, "date_cloture":null,
        "user_author":null, "user_creation":null, "user_creation_id":null, "user_valid":null, "user_validation":null, "user_validation_id":null, "user_closing_id":null,
        "user_modification":null, "user_modification_id":null, "specimen":0, "labelStatus":null, "showphoto_on_popup":null, "nb":[], "output":null, "extraparams":[],
        "rowid":"3", "fk_unit":null, "date_debut_prevue":null, "date_debut_reel":null, "date_fin_prevue":null, "date_fin_reel":null, "weight":null, "weight_units":null,
        "width":null, "width_units":null, "height":null, "height_units":null, "length":null, "length_units":null, "surface":null, "surface_units":null, "volume":null,
        "volume_units":null, "multilangs":null, "product_type":"0", "fk_product":"1", "desc":"", "description":"", "product":null, "product_ref":"TS-001",
        "product_label":"T-shirt v2", "product_barcode":null, "product_desc":null, "fk_product_type":"0", "qty":"1", "duree":null, "info_bits":"0", "special_code":null,
        "subprice":"10.00000000", "line_id":"3", "origin_line_id":"1", "fk_origin":"orderline", "fk_origin_line":"1", "fk_expedition":"2", "qty_shipped":"1",
        "detail_batch":[], "details_entrepot":[{"entrepot_id":"1","qty_shipped":"1","line_id":"3"}], "entrepot_id":"1", "qty_asked":"2", "libelle":"T-shirt v2",
        "rang":"0", "product_tosell":"1", "product_tobuy":"1", "product_tobatch":"0", "label":null, "pa_ht":"0.00000000", "localtax1_tx":"0.0000", "localtax2_tx":"0.0000",
        "price":"10"
        }
        """;
}
