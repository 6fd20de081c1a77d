namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The full field sets of a line of a sales order.</summary>
internal static class OrderLineTemplates
{
    /// <summary>A line of version 23.</summary>
    public const string Of23 = """
        {
        "module":null, "id":"10", "entity":null, "import_key":null, "array_options":[], "array_languages":null, "contacts_ids":null, "contacts_ids_internal":null,
        "linkedObjectsIds":null, "canvas":null, "product":null, "origin_type":null, "origin_id":null, "ref":"HOOD-RED-S", "ref_ext":"", "statut":null, "status":null,
        "state_id":null, "region_id":null, "demand_reason_id":null, "transport_mode_id":null, "shipping_method":null, "multicurrency_tx":null,
        "multicurrency_total_ht":"0.00000000", "multicurrency_total_tva":"0.00000000", "multicurrency_total_localtax1":null, "multicurrency_total_localtax2":null,
        "multicurrency_total_ttc":"0.00000000", "last_main_doc":null, "fk_account":null, "total_ht":"0.00000000", "total_tva":"0.00000000", "total_localtax1":"0.00000000",
        "total_localtax2":"0.00000000", "total_ttc":"0.00000000", "lines":null, "actiontypecode":null, "civility_code":null, "date_creation":null, "date_validation":null,
        "date_modification":null, "tms":null, "date_cloture":null, "user_creation_id":null, "user_validation_id":null, "user_closing_id":null, "user_modification_id":null,
        "fk_user_creat":null, "fk_user_modif":null, "specimen":0, "totalpaid":null, "totalpaid_multicurrency":null, "extraparams":[], "cond_reglement_supplier_id":null,
        "deposit_percent":null, "retained_warranty_fk_cond_reglement":null, "warehouse_id":null, "parent_element":"", "fk_parent_attribute":"", "rowid":"10",
        "fk_unit":null, "date_debut_prevue":null, "date_debut_reel":null, "date_fin_prevue":null, "date_fin_reel":null, "weight":null, "weight_units":"0", "length":null,
        "length_units":null, "width":null, "width_units":null, "height":null, "height_units":null, "surface":null, "surface_units":null, "volume":null, "volume_units":"0",
        "multilangs":null, "product_type":"0", "fk_product":"48", "desc":"", "description":"", "product_ref":"HOOD-RED-S", "product_label":"Hoodie Red S",
        "product_barcode":"3760001000500", "product_desc":"<strong>Colour:</strong> Red<br><strong>Size:</strong> S", "product_custom_code":"",
        "product_custom_country_code":null, "product_custom_country_id":null, "fk_product_type":"0", "qty":"1", "duree":null, "remise_percent":"0", "info_bits":"0",
        "special_code":"0", "subprice":"0.00000000", "subprice_ttc":null, "tva_tx":"20.0000", "multicurrency_subprice":"0.00000000", "multicurrency_subprice_ttc":null,
        "label":null, "libelle":"Hoodie Red S", "product_tosell":"1", "product_tobuy":"1", "product_tobatch":"0", "price":null, "vat_src_code":"", "localtax1_tx":"0.0000",
        "localtax2_tx":"0.0000", "localtax1_type":"0", "localtax2_type":"0", "fk_commande":"8", "commande_id":"8", "fk_parent_line":null, "fk_facture":null,
        "fk_remise_except":null, "rang":"0", "fk_fournprice":null, "pa_ht":"0.00000000", "marge_tx":"", "marque_tx":"", "remise":null, "date_start":"", "date_end":"",
        "packaging":null
        }
        """;

    /// <summary>A line of version 23 outside of its order.</summary>
    public const string Alone23 = """
        {
        "module":null, "id":"328", "entity":null, "import_key":null, "array_options":[], "array_languages":null, "contacts_ids":null, "contacts_ids_internal":null,
        "linkedObjectsIds":null, "canvas":null, "fk_project":null, "contact_id":null, "user":null, "product":null, "origin_type":null, "origin_id":null,
        "ref":"HOOD-RED-S", "ref_ext":"", "statut":null, "status":null, "country_id":null, "country_code":null, "state_id":null, "region_id":null,
        "mode_reglement_id":null, "cond_reglement_id":null, "demand_reason_id":null, "transport_mode_id":null, "shipping_method_id":null, "shipping_method":null,
        "fk_multicurrency":null, "multicurrency_code":"EUR", "multicurrency_tx":null, "multicurrency_total_ht":"0.00000000", "multicurrency_total_tva":"0.00000000",
        "multicurrency_total_localtax1":null, "multicurrency_total_localtax2":null, "multicurrency_total_ttc":"0.00000000", "model_pdf":null, "last_main_doc":null,
        "fk_account":null, "note_public":null, "note_private":null, "total_ht":"0.00000000", "total_tva":"0.00000000", "total_localtax1":"0.00000000",
        "total_localtax2":"0.00000000", "total_ttc":"0.00000000", "lines":null, "actiontypecode":null, "name":null, "lastname":null, "firstname":null, "civility_id":null,
        "civility_code":null, "date_creation":null, "date_validation":null, "date_modification":null, "tms":null, "date_cloture":null, "user_creation_id":null,
        "user_validation_id":null, "user_closing_id":null, "user_modification_id":null, "fk_user_creat":null, "fk_user_modif":null, "specimen":0, "totalpaid":null,
        "totalpaid_multicurrency":null, "extraparams":[], "cond_reglement_supplier_id":null, "deposit_percent":null, "retained_warranty_fk_cond_reglement":null,
        "warehouse_id":null, "parent_element":"", "fk_parent_attribute":"", "rowid":"328", "fk_unit":null, "date_debut_prevue":null, "date_debut_reel":null,
        "date_fin_prevue":null, "date_fin_reel":null, "weight":null, "weight_units":"0", "length":null, "length_units":null, "width":null, "width_units":null,
        "height":null, "height_units":null, "surface":null, "surface_units":null, "volume":null, "volume_units":"0", "multilangs":null, "product_type":"0",
        "fk_product":"48", "desc":"", "description":"", "product_ref":"HOOD-RED-S", "product_label":"Hoodie red s x", "product_barcode":"3760001000500",
        "product_desc":"<strong>Colour:</strong> Red<br><strong>Size:</strong> S", "product_custom_code":"", "product_custom_country_code":null,
        "product_custom_country_id":null, "fk_product_type":"0", "qty":"1", "duree":null, "remise_percent":"0", "info_bits":"0", "special_code":"0",
        "subprice":"0.00000000", "subprice_ttc":null, "tva_tx":"0.0000", "multicurrency_subprice":"0.00000000", "multicurrency_subprice_ttc":null, "label":null,
        "libelle":"Hoodie red s x", "product_tosell":"1", "product_tobuy":"1", "product_tobatch":"0", "price":null, "vat_src_code":"", "localtax1_tx":"0.0000",
        "localtax2_tx":"0.0000", "localtax1_type":"0", "localtax2_type":"0", "fk_commande":"122", "commande_id":"122", "fk_parent_line":null, "fk_facture":null,
        "fk_remise_except":null, "rang":"0", "fk_fournprice":null, "pa_ht":"0.00000000", "marge_tx":"", "marque_tx":"", "remise":null, "date_start":"", "date_end":"",
        "packaging":null
        }
        """;

    /// <summary>A line of version 18.</summary>
    public const string Of18 = """
        {
        "module":null, "id":"1", "entity":null, "import_key":null, "array_options":[], "array_languages":null, "contacts_ids":null, "linked_objects":null,
        "linkedObjectsIds":null, "oldref":null, "canvas":null, "origin":null, "origin_id":null, "ref":"TS-001", "ref_ext":"", "statut":null, "status":null,
        "state_id":null, "region_id":null, "demand_reason_id":null, "transport_mode_id":null, "shipping_method":null, "multicurrency_tx":null, "last_main_doc":null,
        "fk_bank":null, "fk_account":null, "total_ht":"20.00000000", "total_tva":"4.00000000", "total_localtax1":"0.00000000", "total_localtax2":"0.00000000",
        "total_ttc":"24.00000000", "lines":null, "date_creation":null, "date_validation":null, "date_modification":null, "date_update":null, "date_cloture":null,
        "user_author":null, "user_creation":null, "user_creation_id":null, "user_valid":null, "user_validation":null, "user_validation_id":null, "user_closing_id":null,
        "user_modification":null, "user_modification_id":null, "specimen":0, "labelStatus":null, "showphoto_on_popup":null, "nb":[], "output":null, "extraparams":[],
        "rowid":"1", "fk_unit":null, "date_debut_prevue":null, "date_debut_reel":null, "date_fin_prevue":null, "date_fin_reel":null, "weight":null, "weight_units":null,
        "width":null, "width_units":null, "height":null, "height_units":null, "length":null, "length_units":null, "surface":null, "surface_units":null, "volume":null,
        "volume_units":null, "multilangs":null, "product_type":"0", "fk_product":"1", "desc":"", "description":"", "product":null, "product_ref":"TS-001",
        "product_label":"T-shirt v2", "product_barcode":"3760001000012", "product_desc":"<p>é & <b>x</b></p>", "fk_product_type":"0", "qty":"2", "duree":null,
        "remise_percent":"0", "info_bits":"0", "special_code":"0", "subprice":"10.00000000", "tva_tx":"20.0000", "label":null, "libelle":"T-shirt v2",
        "product_tosell":"1", "product_tobuy":"1", "product_tobatch":"0", "price":"10", "vat_src_code":"", "localtax1_tx":"0.0000", "localtax2_tx":"0.0000",
        "localtax1_type":"0", "localtax2_type":"0", "multicurrency_subprice":"10.00000000", "multicurrency_total_ht":"20.00000000", "multicurrency_total_tva":"4.00000000",
        "multicurrency_total_ttc":"24.00000000", "fk_commande":"1", "commande_id":"1", "fk_parent_line":null, "fk_facture":null, "fk_remise_except":null, "rang":"0",
        "fk_fournprice":null, "pa_ht":"0.00000000", "marge_tx":"", "marque_tx":100, "remise":null, "date_start":"", "date_end":""
        }
        """;
}
