import { publishedJwk } from "@/lib/badges/rules/issuer";
import { settings } from "@/lib/core/env";
import { noData, publicJson } from "@/lib/signing/json-response";
import { signingKeys } from "@/lib/signing/keys";

/** One public key, in force or retired: exactly the JWK whose `kid` is this address. */
export async function GET(request: Request, { params }: { params: Promise<{ kid: string }> }) {
  const { kid } = await params;
  const key = signingKeys().published.find(({ thumbprint }) => thumbprint === kid);
  if (!key) return noData();
  return publicJson(request, publishedJwk(settings().publicUrl, key), "stable", "application/jwk+json");
}
