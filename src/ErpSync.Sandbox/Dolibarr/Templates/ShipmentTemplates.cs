namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The full field sets of a shipment.</summary>
internal static class ShipmentTemplates
{
    /// <summary>A shipment of version 23.</summary>
    public const string Of23 = """
        {
        "module":null, "id":1, "entity":"1", "import_key":null, "array_options":[], "array_languages":null, "contacts_ids":null, "contacts_ids_internal":null,
        "linkedObjectsIds":{"commande":{"1":"1"}}, "fk_project":null, "contact_id":null, "user":null, "product":null, "origin_type":"commande", "origin_id":"1",
        "ref":"(PROV1)", "ref_ext":null, "statut":"0", "status":"0", "country_id":null, "country_code":null, "state_id":null, "region_id":null, "mode_reglement_id":null,
        "cond_reglement_id":null, "demand_reason_id":null, "transport_mode_id":null, "shipping_method_id":"5", "shipping_method":"UPS", "fk_multicurrency":null,
        "multicurrency_code":"EUR", "multicurrency_tx":null, "multicurrency_total_ht":90, "multicurrency_total_tva":18, "multicurrency_total_localtax1":null,
        "multicurrency_total_localtax2":null, "multicurrency_total_ttc":108, "model_pdf":null, "last_main_doc":null, "fk_account":null, "note_public":null,
        "note_private":null, "total_ht":45, "total_tva":9, "total_localtax1":0, "total_localtax2":0, "total_ttc":54, "lines":[], "actiontypecode":null, "name":null,
        "lastname":null, "firstname":null, "civility_id":null, "civility_code":null, "date_creation":1795318597, "date_validation":null, "date_modification":null,
        "tms":null, "date_cloture":null, "user_creation_id":"2", "user_validation_id":null, "user_closing_id":null, "user_modification_id":null, "fk_user_creat":null,
        "fk_user_modif":null, "specimen":0, "totalpaid":null, "totalpaid_multicurrency":null, "extraparams":[], "cond_reglement_supplier_id":null, "deposit_percent":null,
        "retained_warranty_fk_cond_reglement":null, "warehouse_id":null, "user_author_id":"2", "fk_user_author":"2", "fk_user_valid":null, "socid":"1", "ref_client":null,
        "ref_customer":null, "entrepot_id":null, "tracking_number":"1Z999",
        "tracking_url":"<a target=\"_blank\" rel=\"noopener noreferrer\" href=\"http://wwwapps.ups.com/etracking/tracking.cgi?InquiryNumber2=&InquiryNumber3=&tracknums_displayed=3&loc=fr_FR&TypeOfInquiryNumber=T&HTMLVersion=4.0&InquiryNumber22=&InquiryNumber32=&track=Track&Suivi.x=64&Suivi.y=7&Suivi=Valider&InquiryNumber1=1Z999\">1Z999</a>",
        "billed":"0", "trueWeight":null, "weight_units":null, "trueWidth":null, "width_units":null, "trueHeight":null, "height_units":null, "trueDepth":null,
        "depth_units":null, "trueSize":"xx", "livraison_id":null, "multicurrency_subprice":null, "size_units":null, "sizeH":null, "sizeS":null, "sizeW":null,
        "weight":null, "date_delivery":"", "date":"", "date_expedition":"", "date_shipping":"", "date_valid":"", "meths":null, "listmeths":null, "commande_id":null,
        "commande":null, "fk_incoterms":"0", "label_incoterms":null, "location_incoterms":"", "signed_status":"0"
        }
        """;

    /// <summary>A shipment of version 18.</summary>
    public const string Of18 = """
        {
        "module":null, "id":"2", "entity":"1", "import_key":null, "array_options":[], "array_languages":null, "contacts_ids":null, "linked_objects":null,
        "linkedObjectsIds":{"commande":{"2":"1"}}, "oldref":null, "canvas":null, "fk_project":null, "contact_id":null, "user":null, "origin":"commande", "origin_id":"1",
        "ref":"(PROV2)", "ref_ext":null, "statut":"0", "status":"0", "country_id":null, "country_code":null, "state_id":null, "region_id":null, "mode_reglement_id":null,
        "cond_reglement_id":null, "demand_reason_id":null, "transport_mode_id":null, "shipping_method_id":null, "shipping_method":null, "multicurrency_code":"EUR",
        "multicurrency_tx":null, "model_pdf":null, "last_main_doc":null, "fk_bank":null, "fk_account":null, "note_public":null, "note_private":null, "total_ht":10,
        "total_tva":2, "total_localtax1":0, "total_localtax2":0, "total_ttc":12, "lines":[], "name":null, "lastname":null, "firstname":null, "civility_id":null,
        "date_creation":1795319419, "date_validation":null, "date_modification":null, "date_update":null, "date_cloture":null, "user_author":null, "user_creation":null,
        "user_creation_id":null, "user_valid":null, "user_validation":null, "user_validation_id":null, "user_closing_id":null, "user_modification":null,
        "user_modification_id":null, "specimen":0, "labelStatus":null, "showphoto_on_popup":null, "nb":[], "output":null, "extraparams":[], "user_author_id":"1",
        "fk_user_author":"1", "socid":"1", "ref_client":null, "ref_customer":null, "brouillon":1, "entrepot_id":null, "tracking_number":"", "tracking_url":"",
        "billed":"0", "trueWeight":null, "weight_units":null, "trueWidth":null, "width_units":null, "trueHeight":null, "height_units":null, "trueDepth":null,
        "depth_units":null, "trueSize":"xx", "date_delivery":"", "date":"", "date_expedition":"", "date_shipping":"", "date_valid":"", "meths":null, "listmeths":null,
        "commande_id":null, "commande":null, "fk_multicurrency":null, "multicurrency_total_ht":"20.00000000", "multicurrency_total_tva":"4.00000000",
        "multicurrency_total_ttc":"24.00000000", "fk_incoterms":"0", "label_incoterms":null, "location_incoterms":"", "size_units":null,
        "multicurrency_subprice":"10.00000000"
        }
        """;
}
