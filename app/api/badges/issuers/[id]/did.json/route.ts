import { requireActor } from "@/lib/auth/actor";
import { getIssuer } from "@/lib/badges/queries/get-issuer";
import { issuerDid } from "@/lib/badges/rules/addresses";
import { didDocumentOf } from "@/lib/badges/rules/issuer";
import { settings } from "@/lib/core/env";
import { noData, publicJson } from "@/lib/signing/json-response";
import { verificationKeys } from "@/lib/signing/keys";

/** The DID document of a certifying body that has a DID of its own (did:web); the host's is at `/.well-known/did.json`. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const acting = await requireActor("certificate.verify");
  const issuer = await getIssuer(acting, (await params).id, new Date());
  if (!issuer || issuer.ownsHost) return noData();
  const { publicUrl } = settings();
  const document = didDocumentOf(publicUrl, issuerDid(publicUrl, issuer), await verificationKeys());
  return publicJson(request, document, "fresh", "application/did+json");
}
