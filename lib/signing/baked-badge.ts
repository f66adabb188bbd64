import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { bakePng, bakeSvg } from "@/lib/badges/rules/baked";
import { pictureOfCertificate } from "./badge-picture";
import { renderPng } from "./render-png";
import { signedBadge } from "./signed-badge";

/** A picture with its credential inside, or why there is none to hand out. */
export type BakedBadge =
  | { readonly state: "baked"; readonly serialNumber: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly state: "withdrawn" | "missing" };

/**
 * The badge with its credential (VC-JWT) baked in. A certificate that does not hold any more is not handed out as a picture, which
 * people take at its face value; its credential is, since that names its status.
 */
export async function bakedBadge(
  acting: Acting,
  publicId: string,
  kind: "png" | "svg",
  now: Date,
): Promise<BakedBadge> {
  const badge = await signedBadge(acting, publicId, "vc_jwt", now);
  if (!badge) return { state: "missing" };
  const { payload, standing, content } = badge;
  if (standing !== "valid" && standing !== "expired") return { state: "withdrawn" };
  const svg = await pictureOfCertificate(payload);
  const bytes =
    kind === "png" ? bakePng(await renderPng(svg), content) : new TextEncoder().encode(bakeSvg(svg, content));
  return { state: "baked", serialNumber: payload.serialNumber, bytes: new Uint8Array(bytes) };
}
