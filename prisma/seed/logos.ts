import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../../lib/core/hash.ts";
import { idOf, past, type Seed } from "./base.ts";
import { organisationId } from "./organisations.ts";

/** Marks of our own drawing: the demo shows where a logo goes, and uses nobody's. */
const LOGOS = {
  komponent: { width: 780, height: 200 },
  copi: { width: 540, height: 200 },
} as const;
type Key = keyof typeof LOGOS;

const bytesOf = (key: Key) => readFileSync(join(import.meta.dirname, "logos", `${key}.png`));

/** The hash by which a certificate names a body's logo. */
export function logoHash(key: Key): string {
  return sha256(bytesOf(key));
}

/** Writes the logos of the provider and the certifying body. */
export async function seedLogos(seed: Seed): Promise<void> {
  await seed.db.organisationLogo.createMany({
    data: (Object.keys(LOGOS) as Key[]).map((key) => ({
      id: idOf(`logo ${key}`),
      organisationId: organisationId(key),
      sha256: logoHash(key),
      bytes: new Uint8Array(bytesOf(key)),
      ...LOGOS[key],
      addedAt: past(seed, -400, "09:00"),
    })),
  });
}
