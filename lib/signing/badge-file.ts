import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { mediaTypes } from "@/lib/badges/rules/media-type";
import { fileResponse } from "@/lib/core/file-response";
import type { BadgeFormat } from "@/lib/db/generated/enums";
import { bakedBadge } from "./baked-badge";
import { noData } from "./json-response";
import { signedBadge } from "./signed-badge";

const CREDENTIALS: Readonly<Record<string, BadgeFormat>> = {
  "credential.json": "data_integrity",
  "credential.jwt": "vc_jwt",
};
const PICTURES = {
  "baked.png": { kind: "png", type: "image/png" },
  "baked.svg": { kind: "svg", type: "image/svg+xml" },
} as const;

const isPicture = (file: string): file is keyof typeof PICTURES => Object.hasOwn(PICTURES, file);

/** The answer that hands out one of a credential's files, under the certificate's serial number; 404 where there is none. */
export async function badgeFile(
  acting: Acting,
  publicId: string,
  file: string,
  now: Date,
): Promise<Response> {
  const format = Object.hasOwn(CREDENTIALS, file) ? CREDENTIALS[file] : undefined;
  if (format) {
    const badge = await signedBadge(acting, publicId, format, now);
    if (!badge) return noData();
    const name = `${badge.payload.serialNumber}.${file.split(".")[1]}`;
    return fileResponse(badge.content, { type: mediaTypes[format], name });
  }
  if (!isPicture(file)) return noData();
  const { kind, type } = PICTURES[file];
  const baked = await bakedBadge(acting, publicId, kind, now);
  if (baked.state === "missing") return noData();
  if (baked.state !== "baked") return noData(410, "This certificate does not hold any more.");
  return fileResponse(baked.bytes, { type, name: `${baked.serialNumber}.${kind}` });
}
