import { connection } from "next/server";
import { jwksOf } from "@/lib/badges/rules/issuer";
import { settings } from "@/lib/core/env";
import { publicJson } from "@/lib/signing/json-response";
import { signingKeys } from "@/lib/signing/keys";

/** Every public key that verifies what is signed here, retired ones included (RFC 7517). */
export async function GET(request: Request) {
  await connection();
  return publicJson(
    request,
    jwksOf(settings().publicUrl, signingKeys().published),
    "fresh",
    "application/jwk-set+json",
  );
}
