import { connection } from "next/server";
import { hostDid } from "@/lib/badges/rules/addresses";
import { didDocumentOf } from "@/lib/badges/rules/issuer";
import { settings } from "@/lib/core/env";
import { publicJson } from "@/lib/signing/json-response";
import { verificationKeys } from "@/lib/signing/keys";

/** The document of the host's DID, `did:web:<host>`: the keys under which its credentials are checked. */
export async function GET(request: Request) {
  await connection();
  const { publicUrl } = settings();
  const document = didDocumentOf(publicUrl, hostDid(publicUrl), await verificationKeys());
  return publicJson(request, document, "fresh", "application/did+json");
}
