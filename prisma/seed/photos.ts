import sharp from "sharp";
import type { AttachedFile } from "../../lib/observations/rules/content.ts";
import { dateOf, type Seed, workday } from "./base.ts";
import { criterionId } from "./framework.ts";
import { keepFile } from "./keep-file.ts";
import { personId } from "./people.ts";

/** A photo beside an observation: what it shows, and of which criterion, by its place in the order. */
export type Photo = { readonly caption: string; readonly criterion: number };

/** A photo as it is put beside an observation. */
export type BesidePhoto = AttachedFile & { readonly fileId: string; readonly attachedAt: Date };

const NOTES = ["#f5d76e", "#f2a65a", "#9ad0c2", "#f4b6c2"];

/** A wall of notes in groups as on the board of a workshop; `variant` moves them. Drawn, so that nobody and nothing real is in it. */
function boardOf(variant: number): string {
  const notes = Array.from({ length: 18 }, (_, index) => {
    const [group, place] = [index % 3, Math.floor(index / 3)];
    const x = 120 + group * 480 + (place % 2) * 170 + ((index * 37 + variant * 61) % 40);
    const y = 150 + Math.floor(place / 2) * 220 + ((index * 53 + variant * 29) % 40);
    const tilt = ((index * 7 + variant * 5) % 11) - 5;
    const lines = [0, 1, 2].map(
      (line) =>
        `<rect x="${x + 16}" y="${y + 34 + line * 28}" width="${96 - ((index + line) % 3) * 22}" height="7" fill="#4a4a4a"/>`,
    );
    const fill = NOTES[(group + variant) % NOTES.length];
    return `<g transform="rotate(${tilt} ${x + 70} ${y + 70})"><rect x="${x}" y="${y}" width="140" height="140" fill="${fill}"/>${lines.join("")}</g>`;
  });
  const rings = [0, 1, 2].map(
    (group) =>
      `<ellipse cx="${290 + group * 480}" cy="470" rx="235" ry="385" fill="none" stroke="#2c5f8a" stroke-width="7"/>`,
  );
  const wall = '<rect width="1600" height="1000" fill="#cfd3d1"/>';
  const board = '<rect x="30" y="30" width="1540" height="920" rx="8" fill="#fbfbf8"/>';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1000">${wall}${board}${rings.join("")}${notes.join("")}</svg>`;
}

/** Keeps the photo of an observation that `assessor` made on a day; null where this load of the demo has no folder for files. */
export async function keepPhoto(
  seed: Seed,
  { key, assessor, on, version }: { key: string; assessor: string; on: number | string; version: number },
  { caption, criterion }: Photo,
): Promise<BesidePhoto | null> {
  if (seed.filesFolder === null) return null;
  const picture = sharp(Buffer.from(boardOf(criterion + caption.length))).jpeg({ quality: 80 });
  const attachedAt = dateOf(workday(seed, on));
  const kept = await keepFile(seed, {
    key: `photo ${key}`,
    name: "tavlen.jpg",
    mediaType: "image/jpeg",
    ownerId: personId(assessor),
    bytes: new Uint8Array(await picture.toBuffer()),
    createdAt: attachedAt,
  });
  return (
    kept && {
      fileId: kept.id,
      sha256: kept.sha256,
      caption,
      criterionId: criterionId(version, criterion),
      attachedAt,
    }
  );
}
