import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { CERTIFICATE_ZONE } from "@/lib/certificates/rules/payload";
import { dayOf } from "@/lib/core/dates";
import { isId } from "@/lib/core/ids";
import { database } from "@/lib/db/client";
import { namesSelect } from "@/lib/organisations/facts/names";
import { nameAt } from "@/lib/organisations/rules/name-at";

/** A certifying body that has issued credentials, with the name that it bears today. */
export type IssuerProfile = {
  readonly organisationId: string;
  readonly ownsHost: boolean;
  readonly name: string;
};

/** The issuer with this organisation's id; null where the organisation has issued nothing. Anybody may ask. */
export async function getIssuer(
  _acting: Acting,
  organisationId: string,
  now: Date,
): Promise<IssuerProfile | null> {
  if (!isId(organisationId)) return null;
  const row = await database().badgeIssuer.findUnique({
    where: { organisationId },
    select: {
      organisationId: true,
      ownsHost: true,
      organisation: {
        select: { names: namesSelect },
      },
    },
  });
  const name = row && nameAt(row.organisation.names, dayOf(now, CERTIFICATE_ZONE));
  return name ? { organisationId, ownsHost: row.ownsHost, name: name.name } : null;
}
