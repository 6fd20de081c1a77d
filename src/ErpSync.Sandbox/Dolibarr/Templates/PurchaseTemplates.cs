namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The full field set of a supplier price: a product's, nearly empty.</summary>
internal static class PurchaseTemplates
{
    /// <summary>A supplier price.</summary>
    public const string Price = """
        { "id":"49", "entity":null, "import_key":null, "array_options":[], "array_languages":null, "contacts_ids":null, "contacts_ids_internal":null, "linkedObjectsIds":null,
        "canvas":null, "product":null, "origin_type":null, "ref":null, "ref_ext":null, "status":"1", "country_id":null, "country_code":null, "state_id":null, "region_id":null,
        "barcode_type":null, "barcode_type_coder":null, "shipping_method":null, "fk_multicurrency":null, "multicurrency_code":null, "multicurrency_tx":null,
        "multicurrency_total_ht":null, "multicurrency_total_tva":null, "multicurrency_total_localtax1":null, "multicurrency_total_localtax2":null, "multicurrency_total_ttc":null,
        "last_main_doc":null, "note_public":null, "note_private":null, "total_ht":null, "total_tva":null, "total_localtax1":null, "total_localtax2":null, "total_ttc":null,
        "actiontypecode":null, "civility_code":null, "date_creation":null, "date_validation":null, "date_modification":null, "tms":null, "date_cloture":null,
        "user_creation_id":null, "user_validation_id":null, "user_closing_id":null, "user_modification_id":null, "fk_user_creat":null, "fk_user_modif":null, "specimen":0,
        "totalpaid":null, "totalpaid_multicurrency":null, "extraparams":[], "cond_reglement_supplier_id":null, "deposit_percent":null, "retained_warranty_fk_cond_reglement":null,
        "warehouse_id":null, "label":null, "description":null, "other":null, "type":0, "price":null, "price_formated":null, "price_ttc":null, "price_ttc_formated":null,
        "price_min":null, "price_min_ttc":null, "price_base_type":null, "price_label":null, "multiprices":[], "multiprices_ttc":[], "multiprices_base_type":[],
        "multiprices_default_vat_code":[], "multiprices_min":[], "multiprices_min_ttc":[], "multiprices_tva_tx":[], "prices_by_qty":[], "prices_by_qty_list":[], "level":null,
        "multilangs":[], "default_vat_code":null, "tva_tx":null, "remise_percent":null, "localtax1_tx":null, "localtax2_tx":null, "localtax1_type":null, "localtax2_type":null,
        "desc_supplier":"", "vatrate_supplier":null, "default_vat_code_supplier":null, "fourn_multicurrency_price":"0.00000000", "fourn_multicurrency_unitprice":"0.00000000",
        "fourn_multicurrency_tx":"1.00000000", "fourn_multicurrency_id":"0", "fourn_multicurrency_code":"", "packaging":0, "lifetime":null, "qc_frequency":null, "stock_reel":0,
        "stock_theorique":null, "cost_price":null, "pmp":null, "seuil_stock_alerte":0, "desiredstock":0, "duration_value":null, "duration_unit":null, "duration":null,
        "fk_default_workstation":null, "tosell":null, "status_buy":"1", "tobuy":null, "finished":null, "fk_default_bom":null, "product_fourn_price_id":"2", "buyprice":null,
        "tobatch":null, "status_batch":0, "sell_or_eat_by_mandatory":0, "batch_mask":"", "customcode":null, "url":null, "weight":null, "weight_units":null, "length":null,
        "length_units":null, "width":null, "width_units":null, "height":null, "height_units":null, "surface":null, "surface_units":null, "volume":null, "volume_units":null,
        "net_measure":null, "net_measure_units":null, "accountancy_code_sell":null, "accountancy_code_sell_intra":null, "accountancy_code_sell_export":null,
        "accountancy_code_buy":null, "accountancy_code_buy_intra":null, "accountancy_code_buy_export":null, "barcode":null, "stats_proposal_supplier":[], "stats_expedition":[],
        "stats_mo":[], "stats_bom":[], "stats_facturerec":[], "stats_facture_fournisseur":[], "stats_facturefournrec":[], "stock_warehouse":[], "fk_default_warehouse":null,
        "fk_price_expression":null, "fourn_qty":"1", "fk_unit":null, "price_autogen":0, "sousprods":[], "res":null, "is_object_used":null, "is_sousproduit_qty":null,
        "is_sousproduit_incdec":null, "mandatory_period":null, "stockable_product":1, "fourn_ref":"SUP-BLUE-M", "delivery_time_days":"0", "fk_product":null, "product_id":null,
        "product_ref":"HOOD-BLUE-M", "fourn_id":"7", "fourn_name":"Supplier One", "fourn_price":"0.00000000", "fourn_remise_percent":"0", "fourn_remise":"0",
        "fourn_charges":"0.00000000", "product_fourn_entity":"1", "product_fourn_packaging":null, "user_id":null, "fk_availability":"0", "fourn_unitprice":"0.00000000",
        "fourn_unitprice_with_discount":null, "fourn_tva_tx":"20.0000", "fourn_tva_npr":"0", "fk_supplier_price_expression":null, "supplier_reputation":null,
        "fourn_barcode":null, "supplier_barcode":null, "fourn_fk_barcode_type":null, "supplier_fk_barcode_type":null, "fourn_date_creation":1795318907,
        "fourn_date_modification":1795318907 }
        """;
}
