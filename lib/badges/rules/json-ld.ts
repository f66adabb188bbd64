/** W3C Verifiable Credentials 2.0, then Open Badges 3.0.3: the order is the specification's. */
export const CREDENTIAL_CONTEXTS = [
  "https://www.w3.org/ns/credentials/v2",
  "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
] as const;

/** JSON without null: the data models of credentials leave out what is not there. */
export type Json = string | number | boolean | readonly Json[] | JsonObject;
export type JsonObject = { readonly [name: string]: Json };

/** A list under its name; nothing where it is empty, since the data models know no empty lists. */
export function listed(name: string, items: readonly JsonObject[]): JsonObject {
  return items.length > 0 ? { [name]: items } : {};
}
