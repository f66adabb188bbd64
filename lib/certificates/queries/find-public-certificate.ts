import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";
import { certificatePayloadSchema } from "../rules/payload";
import { normalSerial } from "../rules/serial";
import { comparableName } from "../rules/verified";

/**
 * The public id of the certificate with this serial number and this holder, as printed; null where the two do not belong
 * together. Serial numbers are easy to guess, so the number alone gives nothing away: neither a name nor that it exists.
 */
export async function findPublicCertificate(
  _acting: Acting,
  given: { readonly serial: string; readonly name: string },
): Promise<string | null> {
  const serialNumber = normalSerial(given.serial);
  if (!serialNumber) return null;
  const row = await database().certificate.findUnique({
    where: { serialNumber },
    select: { publicId: true, payload: true },
  });
  if (!row) return null;
  const { holder } = certificatePayloadSchema.parse(row.payload);
  return comparableName(holder.name) === comparableName(given.name) ? row.publicId : null;
}
