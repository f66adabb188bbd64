import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { MATERIAL_MAX_BYTES } from "@/lib/core/file-limits";
import { type Accepted, handIn } from "@/lib/storage/hand-in";
import { type MediaType, mediaTypes } from "@/lib/storage/media-type";

/** So many at most with one session, and of one version of a programme. */
export const MOST_MATERIALS = 40;

/** What somebody hands out: a title, and a link (empty: none) or a file. */
export type MaterialContent = {
  readonly title: string;
  readonly link: string;
  readonly file?: File | undefined;
  readonly note: string;
};

/** Everything that is taken in at all: slides and sheets too. */
const everyKind: Accepted = {
  types: Object.keys(mediaTypes) as MediaType[],
  otherwise: "material.kind",
  most: MATERIAL_MAX_BYTES,
};

/** The columns of a material; its file is kept (refused as `file.…` or `material.kind`, at the field `file`). */
export async function materialColumns(work: Work, { file, link, ...words }: MaterialContent) {
  const fileId = file ? await handIn(work, file, personOf(work.acting), "file", everyKind) : null;
  return { ...words, link: fileId ? null : link, fileId };
}
