namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The full field set of a product as the API answers it, in its order.</summary>
internal static class ProductTemplates
{
    /// <summary>A product of version 23.</summary>
    public const string Of23 = """
        {
        "id":"1061", "entity":"1", "import_key":null, "array_options":[], "array_languages":null, "contacts_ids":null, "contacts_ids_internal":null, "linkedObjectsIds":null,
        "canvas":"", "product":null, "origin_type":null, "ref":"SINGLE-1", "ref_ext":null, "status":"1", "country_id":null, "country_code":"", "state_id":null, "region_id":null,
        "barcode_type":null, "barcode_type_coder":null, "shipping_method":null, "fk_multicurrency":null, "multicurrency_code":null, "multicurrency_tx":null,
        "multicurrency_total_ht":null, "multicurrency_total_tva":null, "multicurrency_total_localtax1":null, "multicurrency_total_localtax2":null, "multicurrency_total_ttc":null,
        "last_main_doc":null, "note_public":null, "note_private":null, "total_ht":null, "total_tva":null, "total_localtax1":null, "total_localtax2":null, "total_ttc":null,
        "actiontypecode":null, "civility_code":null, "date_creation":1795319854, "date_validation":null, "date_modification":"", "tms":null, "date_cloture":null,
        "user_creation_id":null, "user_validation_id":null, "user_closing_id":null, "user_modification_id":null, "fk_user_creat":null, "fk_user_modif":null, "specimen":0,
        "totalpaid":null, "totalpaid_multicurrency":null, "extraparams":[], "cond_reglement_supplier_id":null, "deposit_percent":null, "retained_warranty_fk_cond_reglement":null,
        "warehouse_id":null, "label":"single", "description":"", "other":null, "type":"0", "price":"10.12000000", "price_formated":null, "price_ttc":"12.15000000",
        "price_ttc_formated":null, "price_min":"0.00000000", "price_min_ttc":"0.00000000", "price_base_type":"HT", "price_label":null, "multiprices":[], "multiprices_ttc":[],
        "multiprices_base_type":[], "multiprices_default_vat_code":[], "multiprices_min":[], "multiprices_min_ttc":[], "multiprices_tva_tx":[], "prices_by_qty":[],
        "prices_by_qty_list":[], "level":null, "multilangs":[], "default_vat_code":null, "tva_tx":"20.0000", "remise_percent":null, "localtax1_tx":"0.0000",
        "localtax2_tx":"0.0000", "localtax1_type":"0", "localtax2_type":"0", "desc_supplier":null, "vatrate_supplier":null, "default_vat_code_supplier":null,
        "fourn_multicurrency_price":null, "fourn_multicurrency_unitprice":null, "fourn_multicurrency_tx":null, "fourn_multicurrency_id":null, "fourn_multicurrency_code":null,
        "packaging":null, "lifetime":null, "qc_frequency":null, "stock_reel":null, "stock_theorique":null, "cost_price":null, "pmp":"0.00000000", "seuil_stock_alerte":"0",
        "desiredstock":"0", "duration_value":0, "duration_unit":null, "duration":"", "fk_default_workstation":null, "tosell":null, "status_buy":"0", "tobuy":null,
        "finished":null, "fk_default_bom":null, "product_fourn_price_id":null, "buyprice":null, "tobatch":null, "status_batch":"0", "sell_or_eat_by_mandatory":"0",
        "batch_mask":"", "customcode":"", "url":null, "weight":null, "weight_units":0, "length":null, "length_units":0, "width":null, "width_units":0, "height":null,
        "height_units":0, "surface":null, "surface_units":0, "volume":null, "volume_units":0, "net_measure":null, "net_measure_units":null, "accountancy_code_sell":"",
        "accountancy_code_sell_intra":"", "accountancy_code_sell_export":"", "accountancy_code_buy":"", "accountancy_code_buy_intra":"", "accountancy_code_buy_export":"",
        "barcode":null, "stats_proposal_supplier":[], "stats_expedition":[], "stats_mo":[], "stats_bom":[], "stats_facturerec":[], "stats_facture_fournisseur":[],
        "stats_facturefournrec":[], "stock_warehouse":[], "fk_default_warehouse":null, "fk_price_expression":null, "fourn_qty":null, "fk_unit":null, "price_autogen":"0",
        "sousprods":[], "res":null, "is_object_used":null, "is_sousproduit_qty":null, "is_sousproduit_incdec":null, "mandatory_period":"0", "stockable_product":"1"
        }
        """;

    /// <summary>A product of version 18.</summary>
    public const string Of18 = """
        {
        "module":null, "id":"1", "entity":"1", "import_key":null, "array_options":[], "array_languages":null, "contacts_ids":null, "linked_objects":null, "linkedObjectsIds":null,
        "oldref":null, "canvas":"", "ref":"TS-001", "ref_ext":"PS-1", "status":"1", "country_id":null, "country_code":"", "state_id":null, "region_id":null, "barcode_type":"2",
        "barcode_type_coder":null, "shipping_method":null, "multicurrency_code":null, "multicurrency_tx":null, "last_main_doc":null, "note_public":null, "note_private":null,
        "total_ht":null, "total_tva":null, "total_localtax1":null, "total_localtax2":null, "total_ttc":null, "date_creation":"2026-11-22 03:49:42", "date_validation":null,
        "date_modification":"2026-11-22 03:49:42", "date_update":null, "date_cloture":null, "user_author":null, "user_creation":null, "user_creation_id":null, "user_valid":null,
        "user_validation":null, "user_validation_id":null, "user_closing_id":null, "user_modification":null, "user_modification_id":null, "specimen":0, "labelStatus":null,
        "showphoto_on_popup":null, "nb":[], "output":null, "extraparams":[], "label":"T-shirt", "description":"<p>\u00e9 & <b>x</b></p>", "other":null, "type":"0",
        "price":"10.12000000", "price_formated":null, "price_ttc":"12.15000000", "price_ttc_formated":null, "price_min":"0.00000000", "price_min_ttc":"0.00000000",
        "price_base_type":"HT", "multiprices":{"1":"10.12346000","2":null,"3":null,"4":null,"5":null}, "multiprices_ttc":{"1":"12.14815000","2":null,"3":null,"4":null,"5":null},
        "multiprices_base_type":{"1":"HT","2":null,"3":null,"4":null,"5":null}, "multiprices_min":{"1":"0.00000000","2":null,"3":null,"4":null,"5":null},
        "multiprices_min_ttc":{"1":"0.00000000","2":null,"3":null,"4":null,"5":null}, "multiprices_tva_tx":{"1":"20.0000 ()","2":null,"3":null,"4":null,"5":null},
        "prices_by_qty":[], "prices_by_qty_list":[], "multilangs":[], "default_vat_code":null, "tva_tx":"20.0000", "remise_percent":null, "localtax1_tx":"0.0000",
        "localtax2_tx":"0.0000", "localtax1_type":"0", "localtax2_type":"0", "desc_supplier":null, "vatrate_supplier":null, "default_vat_code_supplier":null,
        "fourn_multicurrency_price":null, "fourn_multicurrency_unitprice":null, "fourn_multicurrency_tx":null, "fourn_multicurrency_id":null, "fourn_multicurrency_code":null,
        "packaging":null, "lifetime":null, "qc_frequency":null, "stock_reel":null, "stock_theorique":null, "cost_price":null, "pmp":"0.00000000", "seuil_stock_alerte":"0",
        "desiredstock":"0", "duration_value":null, "duration_unit":null, "duration":"", "fk_default_workstation":null, "tosell":null, "status_buy":"1", "tobuy":null,
        "finished":null, "fk_default_bom":null, "status_batch":"0", "batch_mask":"", "customcode":"", "url":null, "weight":null, "weight_units":null, "length":null,
        "length_units":null, "width":null, "width_units":null, "height":null, "height_units":null, "surface":null, "surface_units":null, "volume":null, "volume_units":null,
        "net_measure":null, "net_measure_units":null, "accountancy_code_sell":"", "accountancy_code_sell_intra":"", "accountancy_code_sell_export":"", "accountancy_code_buy":"",
        "accountancy_code_buy_intra":"", "accountancy_code_buy_export":"", "barcode":"3760001000012", "stats_proposal_supplier":[], "stats_expedition":[], "stats_mo":[],
        "stats_bom":[], "stats_facturerec":[], "stats_facture_fournisseur":[], "stock_warehouse":[], "fk_default_warehouse":null, "fk_price_expression":null, "fourn_qty":null,
        "fk_unit":null, "price_autogen":"0", "sousprods":null, "res":null, "is_object_used":null, "mandatory_period":"0"
        }
        """;
}
