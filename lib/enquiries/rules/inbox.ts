import type { OrganisationKind } from "../../db/generated/enums.ts";

/** Where the people of an organisation find what it was asked: a certifying body's certifiers, else a provider's staff. */
export function inboxPath(kind: OrganisationKind): string {
  return kind === "certifying_body" ? "/certify/enquiries" : "/staff/enquiries";
}
