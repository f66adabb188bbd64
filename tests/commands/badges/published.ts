import { issuerDid, keyUrl, statusListUrl } from "@/lib/badges/rules/addresses";
import { didDocumentOf, publishedJwk } from "@/lib/badges/rules/issuer";
import { settings } from "@/lib/core/env";
import type { PrismaClient } from "@/lib/db/generated/client";
import { signingKeys, verificationKeys } from "@/lib/signing/keys";
import { signedStatusList } from "@/lib/signing/signed-status-list";
import type { Published } from "./outsider";
import { stranger } from "./stage";

/** What the site publishes now, as its routes answer: keys, DID documents, status lists. */
export async function publishedNow(
  client: PrismaClient,
  at: () => Date = () => new Date(),
): Promise<Published> {
  const { publicUrl } = settings();
  const entries: [string, () => Promise<unknown>][] = [];
  for (const key of signingKeys().published)
    entries.push([keyUrl(publicUrl, key.thumbprint), async () => publishedJwk(publicUrl, key)]);
  for (const issuer of await client.badgeIssuer.findMany()) {
    const did = issuerDid(publicUrl, issuer);
    entries.push([did, async () => didDocumentOf(publicUrl, did, await verificationKeys())]);
  }
  for (const { id } of await client.statusList.findMany())
    entries.push([
      statusListUrl(publicUrl, id),
      async () =>
        JSON.parse((await signedStatusList(stranger, id, "data_integrity", at()))?.content ?? "null"),
    ]);
  return Object.fromEntries(entries);
}
