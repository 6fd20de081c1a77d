namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The full field sets of a line of a customer invoice.</summary>
internal static class InvoiceLineTemplates
{
    /// <summary>A line of version 23.</summary>
    public const string Of23 = """
        {
        "module":null, "id":"18", "entity":null, "import_key":null, "array_options":[], "array_languages":null, "contacts_ids":null, "contacts_ids_internal":null,
        "linkedObjectsIds":null, "product":null, "origin_type":null, "origin_id":null, "ref":"HOOD-RED-S", "ref_ext":"", "statut":null, "status":null, "state_id":null,
        "region_id":null, "demand_reason_id":null, "transport_mode_id":null, "shipping_method":null, "multicurrency_tx":null, "multicurrency_total_ht":"100.00000000",
        "multicurrency_total_tva":"21.00000000", "multicurrency_total_localtax1":null, "multicurrency_total_localtax2":null, "multicurrency_total_ttc":"121.00000000",
        "last_main_doc":null, "fk_account":null, "total_ht":"100.00000000", "total_tva":"21.00000000", "total_localtax1":"0.00000000", "total_localtax2":"0.00000000",
        "total_ttc":"121.00000000", "lines":null, "actiontypecode":null, "civility_code":null, "date_creation":null, "date_validation":null, "date_modification":null,
        "tms":null, "date_cloture":null, "user_creation_id":null, "user_validation_id":null, "user_closing_id":null, "user_modification_id":null, "fk_user_creat":null,
        "fk_user_modif":null, "specimen":0, "totalpaid":null, "totalpaid_multicurrency":null, "extraparams":[], "cond_reglement_supplier_id":null, "deposit_percent":null,
        "retained_warranty_fk_cond_reglement":null, "warehouse_id":null, "parent_element":"", "fk_parent_attribute":"", "rowid":"18", "fk_unit":null,
        "date_debut_prevue":null, "date_debut_reel":null, "date_fin_prevue":null, "date_fin_reel":null, "weight":null, "weight_units":null, "length":null,
        "length_units":null, "width":null, "width_units":null, "height":null, "height_units":null, "surface":null, "surface_units":null, "volume":null,
        "volume_units":null, "multilangs":null, "product_type":"0", "fk_product":"48", "desc":"", "description":"", "product_ref":"HOOD-RED-S",
        "product_label":"Hoodie red s x", "product_barcode":"3760001000500", "product_desc":"<strong>Colour:</strong> Red<br><strong>Size:</strong> S",
        "product_custom_code":null, "product_custom_country_code":null, "product_custom_country_id":null, "fk_product_type":"0", "qty":"1", "duree":null,
        "remise_percent":"0", "info_bits":"0", "special_code":"0", "subprice":"100.00000000", "subprice_ttc":null, "tva_tx":"21.0000",
        "multicurrency_subprice":"100.00000000", "multicurrency_subprice_ttc":null, "label":null, "libelle":"Hoodie red s x", "price":null, "vat_src_code":"",
        "localtax1_tx":"0.0000", "localtax2_tx":"0.0000", "localtax1_type":"3", "localtax2_type":"5", "remise":null, "revenuestamp":null, "date_start_fill":null,
        "date_end_fill":null, "buy_price_ht":null, "buyprice":null, "pa_ht":"0.00000000", "marge_tx":"", "marque_tx":"100", "fk_user_author":null,
        "fk_accounting_account":"0", "fk_facture":"9", "fk_parent_line":null, "fk_remise_except":null, "rang":"0", "fk_fournprice":null, "tva_npr":null, "batch":"",
        "fk_warehouse":"0", "fk_code_ventilation":0, "date_start":"", "date_end":"", "situation_percent":"100", "fk_prev_id":null, "packaging":null
        }
        """;

    /// <summary>A line of version 18.</summary>
    public const string Of18 = """
        {
        "module":null, "id":"1", "entity":null, "import_key":null, "array_options":[], "array_languages":null, "contacts_ids":null, "linked_objects":null,
        "linkedObjectsIds":null, "oldref":null, "origin":null, "origin_id":null, "ref":"TS-001", "ref_ext":"", "statut":null, "status":null, "state_id":null,
        "region_id":null, "demand_reason_id":null, "transport_mode_id":null, "shipping_method":null, "multicurrency_tx":null, "last_main_doc":null, "fk_bank":null,
        "fk_account":null, "total_ht":"20.00000000", "total_tva":"4.00000000", "total_localtax1":"0.00000000", "total_localtax2":"0.00000000", "total_ttc":"24.00000000",
        "lines":null, "date_creation":null, "date_validation":null, "date_modification":null, "date_update":null, "date_cloture":null, "user_author":null,
        "user_creation":null, "user_creation_id":null, "user_valid":null, "user_validation":null, "user_validation_id":null, "user_closing_id":null,
        "user_modification":null, "user_modification_id":null, "specimen":0, "labelStatus":null, "showphoto_on_popup":null, "nb":[], "output":null, "extraparams":[],
        "rowid":"1", "fk_unit":null, "date_debut_prevue":null, "date_debut_reel":null, "date_fin_prevue":null, "date_fin_reel":null, "weight":null, "weight_units":null,
        "width":null, "width_units":null, "height":null, "height_units":null, "length":null, "length_units":null, "surface":null, "surface_units":null, "volume":null,
        "volume_units":null, "multilangs":null, "product_type":"0", "fk_product":"1", "desc":"", "description":"", "product":null, "product_ref":"TS-001",
        "product_label":"T-shirt v2", "product_barcode":null, "product_desc":"<p>é & <b>x</b></p>", "fk_product_type":"0", "qty":"2", "duree":null, "remise_percent":"0",
        "info_bits":"0", "special_code":"0", "subprice":"10.00000000", "tva_tx":"20.0000", "label":null, "libelle":"T-shirt v2", "price":null, "vat_src_code":"",
        "localtax1_tx":"0.0000", "localtax2_tx":"0.0000", "localtax1_type":"0", "localtax2_type":"0", "remise":null, "date_start_fill":null, "date_end_fill":null,
        "buy_price_ht":null, "buyprice":null, "pa_ht":"0.00000000", "marge_tx":"", "marque_tx":100, "multicurrency_subprice":"10.00000000",
        "multicurrency_total_ht":"20.00000000", "multicurrency_total_tva":"4.00000000", "multicurrency_total_ttc":"24.00000000", "fk_user_author":null,
        "fk_user_modif":null, "fk_accounting_account":"0", "fk_facture":"1", "fk_parent_line":null, "fk_remise_except":null, "rang":"0", "fk_fournprice":null,
        "fk_code_ventilation":0, "date_start":"", "date_end":"", "situation_percent":"100", "fk_prev_id":null, "code_ventilation":"0"
        }
        """;
}
