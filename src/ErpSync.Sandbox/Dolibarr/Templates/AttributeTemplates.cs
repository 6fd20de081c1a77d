namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The full field sets of a variant attribute and of its value, as lists answer them.</summary>
internal static class AttributeTemplates
{
    /// <summary>An attribute in the list.</summary>
    public const string Attribute = """
        {
        "id":"1", "entity":"1", "import_key":null, "array_options":[], "array_languages":null, "contacts_ids":null, "contacts_ids_internal":null, "linkedObjectsIds":null,
        "canvas":null, "product":null, "origin_type":null, "ref":"COLOR", "ref_ext":"", "status":null, "country_id":null, "country_code":null, "state_id":null, "region_id":null,
        "barcode_type":null, "barcode_type_coder":null, "shipping_method":null, "fk_multicurrency":null, "multicurrency_code":null, "multicurrency_tx":null,
        "multicurrency_total_ht":null, "multicurrency_total_tva":null, "multicurrency_total_localtax1":null, "multicurrency_total_localtax2":null, "multicurrency_total_ttc":null,
        "last_main_doc":null, "note_public":null, "note_private":null, "total_ht":null, "total_tva":null, "total_localtax1":null, "total_localtax2":null, "total_ttc":null,
        "actiontypecode":null, "civility_code":null, "date_creation":null, "date_validation":null, "date_modification":null, "tms":null, "date_cloture":null,
        "user_creation_id":null, "user_validation_id":null, "user_closing_id":null, "user_modification_id":null, "fk_user_creat":null, "fk_user_modif":null, "specimen":0,
        "totalpaid":null, "totalpaid_multicurrency":null, "extraparams":[], "cond_reglement_supplier_id":null, "deposit_percent":null, "retained_warranty_fk_cond_reglement":null,
        "warehouse_id":null, "label":"Colour", "rang":null, "position":"1", "line":null, "is_used_by_products":null
        }
        """;

    /// <summary>A value in the list of an attribute.</summary>
    public const string Value = """
        {
        "id":"1", "entity":1, "import_key":null, "array_options":[], "array_languages":null, "contacts_ids":null, "contacts_ids_internal":null, "linkedObjectsIds":null,
        "canvas":null, "product":null, "origin_type":null, "ref":"RED", "ref_ext":null, "status":null, "country_id":null, "country_code":null, "state_id":null, "region_id":null,
        "barcode_type":null, "barcode_type_coder":null, "shipping_method":null, "fk_multicurrency":null, "multicurrency_code":null, "multicurrency_tx":null,
        "multicurrency_total_ht":null, "multicurrency_total_tva":null, "multicurrency_total_localtax1":null, "multicurrency_total_localtax2":null, "multicurrency_total_ttc":null,
        "last_main_doc":null, "note_public":null, "note_private":null, "total_ht":null, "total_tva":null, "total_localtax1":null, "total_localtax2":null, "total_ttc":null,
        "actiontypecode":null, "civility_code":null, "date_creation":null, "date_validation":null, "date_modification":null, "tms":null, "date_cloture":null,
        "user_creation_id":null, "user_validation_id":null, "user_closing_id":null, "user_modification_id":null, "fk_user_creat":null, "fk_user_modif":null, "specimen":0,
        "totalpaid":null, "totalpaid_multicurrency":null, "extraparams":[], "cond_reglement_supplier_id":null, "deposit_percent":null, "retained_warranty_fk_cond_reglement":null,
        "warehouse_id":null, "parent_element":"", "fk_parent_attribute":"", "rowid":null, "fk_unit":null, "date_debut_prevue":null, "date_debut_reel":null,
        "date_fin_prevue":null, "date_fin_reel":null, "weight":null, "weight_units":null, "length":null, "length_units":null, "width":null, "width_units":null, "height":null,
        "height_units":null, "surface":null, "surface_units":null, "volume":null, "volume_units":null, "multilangs":null, "product_type":null, "fk_product":null, "desc":null,
        "description":null, "product_ref":null, "product_label":null, "product_barcode":null, "product_desc":null, "product_custom_code":null, "product_custom_country_code":null,
        "product_custom_country_id":null, "fk_product_type":null, "qty":null, "duree":null, "remise_percent":null, "info_bits":null, "special_code":null, "subprice":null,
        "subprice_ttc":null, "tva_tx":null, "multicurrency_subprice":null, "multicurrency_subprice_ttc":null, "fk_product_attribute":"1", "value":"Red", "position":null
        }
        """;
}
