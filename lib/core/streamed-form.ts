/** Carries a form's fields where its file is the body of the request, encoded as a form encodes them (URLSearchParams). */
export const FORM_HEADER = "x-praksis-form";
