import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { preparedRows } from "@/lib/db/client";
import type { CertificateState, CertificateVisibility } from "@/lib/db/generated/enums";
import { certificatePayloadSchema } from "../rules/payload";
import { isDisclosed } from "../rules/sharing";
import { type Linked, type Sealed, type VerifiedCertificate, verify } from "../rules/verified";

const PUBLIC_ID = /^[A-Za-z0-9_-]{22,64}$/;

/** JSON has no dates: instants come as ISO 8601. */
type Dated = { readonly publicReason: string; readonly at: string };
type Name = {
  readonly organisationId: string;
  readonly name: string;
  readonly shortName: string;
  readonly validFrom: string;
  readonly validTo: string | null;
};
type Row = {
  readonly holder_id: string;
  readonly state: CertificateState;
  readonly valid_until: Date | null;
  readonly payload: unknown;
  readonly visibility: CertificateVisibility | null;
  readonly successor: Linked | null;
  readonly predecessor: Linked | null;
  readonly revocation: Dated | null;
  readonly suspension: Dated | null;
  readonly sealed: readonly Sealed[] | null;
  readonly names: readonly Name[] | null;
};

/**
 * Everything in one statement: this is the page that strangers open most, and a round trip costs more than the reading. The ids of the
 * bodies stand in a SELECT of their own, so that the payload is unpacked once for them and not for every name there is.
 */
const STATEMENT = `
  SELECT c.holder_id, c.state::text AS state, c.valid_until, c.payload,
    (SELECT s.visibility::text FROM certificate_sharing s WHERE s.certificate_id = c.id) AS visibility,
    (SELECT jsonb_build_object('publicId', n.public_id, 'succession', n.succession)
       FROM certificate n WHERE n.supersedes_id = c.id) AS successor,
    (SELECT jsonb_build_object('publicId', p.public_id, 'succession', c.succession)
       FROM certificate p WHERE p.id = c.supersedes_id) AS predecessor,
    (SELECT jsonb_build_object('publicReason', r.public_reason, 'at', r.confirmed_at)
       FROM certificate_revocation r WHERE r.certificate_id = c.id AND r.confirmed_at IS NOT NULL LIMIT 1) AS revocation,
    (SELECT jsonb_build_object('publicReason', s.public_reason, 'at', s.suspended_at)
       FROM certificate_suspension s WHERE s.certificate_id = c.id AND s.reinstated_at IS NULL) AS suspension,
    (SELECT jsonb_agg(jsonb_build_object('kind', t.kind, 'number', m.number, 'day', m.day) ORDER BY m.number)
       FROM transparency_entry t JOIN merkle_root m ON m.number = t.root_number WHERE t.certificate_id = c.id) AS sealed,
    (SELECT jsonb_agg(jsonb_build_object('organisationId', o.organisation_id, 'name', o.name, 'shortName', o.short_name,
                                         'validFrom', o.valid_from, 'validTo', o.valid_to))
       FROM organisation_name o
      WHERE o.organisation_id = ANY ((SELECT ARRAY[(c.payload #>> '{certifyingBody,id}')::uuid,
                                               (c.payload #>> '{provider,id}')::uuid])::uuid[])) AS names
  FROM certificate c WHERE c.public_id = $1`;

const dated = (given: Dated | null) => given && { publicReason: given.publicReason, at: new Date(given.at) };

/**
 * What the public check says of a certificate at `now`; null where there is none with this public id. Anybody may ask: the id
 * is 128 random bits, which only holders give away. What it says is left out where the holder keeps it to themself, except for them.
 * Nothing is written: verifying logs nobody.
 */
export async function getPublicCertificate(
  acting: Acting,
  publicId: string,
  now: Date,
): Promise<VerifiedCertificate | null> {
  if (!PUBLIC_ID.test(publicId)) return null;
  const [row] = await preparedRows<Row>("public-certificate", STATEMENT, [publicId]);
  if (!row) return null;
  return verify(
    {
      publicId,
      state: row.state,
      validUntil: row.valid_until,
      payload: certificatePayloadSchema.parse(row.payload),
      disclosed: isDisclosed(row.visibility ?? undefined, acting.personId, row.holder_id),
      isPrivate: !isDisclosed(row.visibility ?? undefined, null, row.holder_id),
      names: (row.names ?? []).map(({ validFrom, validTo, ...name }) => ({
        ...name,
        validFrom: new Date(validFrom),
        validTo: validTo === null ? null : new Date(validTo),
      })),
      revocation: dated(row.revocation),
      suspension: dated(row.suspension),
      successor: row.successor,
      predecessor: row.predecessor,
      sealed: row.sealed ?? [],
    },
    now,
  );
}
