namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The full field set of a document in a list.</summary>
internal static class DocumentTemplates
{
    /// <summary>A document of version 23.</summary>
    public const string Of23 = """
        {
        "name":null, "path":"/srv/dolibarr/documents/produit/TS-001", "level1name":"TS-001", "relativename":"bad.png",
        "fullname":"/srv/dolibarr/documents/produit/TS-001/bad.png", "date":1795318384, "size":0, "type":"file", "module":null, "id":"5", "entity":"1", "error":null,
        "errorhidden":null, "errors":[], "\u0000CommonObject\u0000validateFieldsErrors":[], "element":null, "fk_element":null, "element_for_permission":null,
        "table_element":null, "table_rowid":null, "table_element_line":"", "ismultientitymanaged":null, "import_key":null, "array_options":[], "fields":[],
        "array_languages":null, "contacts_ids":null, "contacts_ids_internal":null, "linked_objects":null, "linkedObjectsIds":null, "linkedObjects":null,
        "\u0000CommonObject\u0000linkedObjectsFullLoaded":[], "oldcopy":null, "oldref":null, "\u0000*\u0000table_ref_field":"", "restrictiononfksoc":0, "context":[],
        "actionmsg":null, "actionmsg2":null, "canvas":null, "project":null, "fk_project":null, "fk_projet":null, "contact":null, "contact_id":null, "thirdparty":null,
        "user":null, "product":null, "origin_type":null, "origin_id":null, "origin_object":null, "origin":null, "\u0000CommonObject\u0000expedition":null,
        "\u0000CommonObject\u0000livraison":null, "\u0000CommonObject\u0000commandeFournisseur":null, "ref":"5", "ref_ext":null, "ref_previous":null, "ref_next":null,
        "newref":null, "statut":null, "status":null, "country":null, "country_id":null, "country_code":null, "state":null, "state_id":null, "state_code":null, "region_id":null,
        "region_code":null, "region":null, "barcode_type":null, "barcode_type_code":null, "barcode_type_label":null, "barcode_type_coder":null, "mode_reglement_id":null,
        "cond_reglement_id":null, "demand_reason_id":null, "transport_mode_id":null, "\u0000CommonObject\u0000cond_reglement":null, "\u0000*\u0000depr_cond_reglement":null,
        "fk_delivery_address":null, "shipping_method_id":null, "shipping_method":null, "fk_multicurrency":null, "multicurrency_code":null, "multicurrency_tx":null,
        "multicurrency_total_ht":null, "multicurrency_total_tva":null, "multicurrency_total_localtax1":null, "multicurrency_total_localtax2":null, "multicurrency_total_ttc":null,
        "model_pdf":null, "last_main_doc":null, "fk_bank":null, "fk_account":null, "note_public":null, "note_private":null, "note":null, "total_ht":null, "total_tva":null,
        "total_localtax1":null, "total_localtax2":null, "total_ttc":null, "lines":null, "actiontypecode":null, "comments":[], "lastname":null, "firstname":null,
        "civility_id":null, "civility_code":null, "date_creation":null, "date_validation":null, "date_modification":null, "tms":null, "\u0000CommonObject\u0000date_update":null,
        "date_cloture":null, "user_creation_id":null, "user_validation_id":null, "user_closing_id":null, "user_modification_id":null, "fk_user_creat":null, "fk_user_modif":null,
        "next_prev_filter":null, "specimen":0, "sendtoid":null, "alreadypaid":null, "totalpaid":null, "totalpaid_multicurrency":null, "labelStatus":[], "labelStatusShort":[],
        "tpl":null, "showphoto_on_popup":null, "nb":[], "nbphoto":null, "output":null, "extraparams":null, "\u0000*\u0000childtables":[], "\u0000*\u0000childtablesoncascade":[],
        "cond_reglement_supplier_id":null, "deposit_percent":null, "retained_warranty_fk_cond_reglement":null, "warehouse_id":null, "isextrafieldmanaged":0, "TRIGGER_PREFIX":"",
        "parent_element":"", "fk_parent_attribute":"", "rowid":null, "picto":"line", "fk_unit":null, "date_debut_prevue":null, "date_debut_reel":null, "date_fin_prevue":null,
        "date_fin_reel":null, "weight":null, "weight_units":null, "length":null, "length_units":null, "width":null, "width_units":null, "height":null, "height_units":null,
        "surface":null, "surface_units":null, "volume":null, "volume_units":null, "multilangs":null, "product_type":null, "fk_product":null, "desc":null, "description":"",
        "product_ref":null, "product_label":null, "product_barcode":null, "product_desc":null, "product_custom_code":null, "product_custom_country_code":null,
        "product_custom_country_id":null, "fk_product_type":null, "qty":null, "duree":null, "remise_percent":null, "info_bits":null, "special_code":null, "subprice":null,
        "subprice_ttc":null, "tva_tx":null, "multicurrency_subprice":null, "multicurrency_subprice_ttc":null, "label":"d41d8cd98f00b204e9800998ecf8427e", "filename":"bad.png",
        "filepath":"produit/TS-001", "fullpath_orig":"bad.png", "keywords":"", "content":null, "cover":null, "position":"4", "gen_or_uploaded":"api", "date_c":1795318384,
        "date_m":1795318384, "fk_user_c":"2", "fk_user_m":null, "acl":null, "src_object_type":"product", "src_object_id":"1", "share":null, "agenda_id":null,
        "content-type":"image/png"
        }
        """;

    /// <summary>A document of version 18.</summary>
    public const string Of18 = """
        {
        "name":"a.txt", "path":"/srv/dolibarr/documents/produit/TS-001", "level1name":"TS-001", "relativename":"a.txt", "fullname":"/srv/dolibarr/documents/produit/TS-001/a.txt",
        "date":1795319383, "size":2, "type":"file"
        }
        """;
}
