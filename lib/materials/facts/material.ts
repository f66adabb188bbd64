import type { Prisma } from "@/lib/db/generated/client";

/** A material as it is shown: a link, or a file with its name and its size in bytes. */
export type Material = {
  readonly id: string;
  readonly title: string;
  readonly link: string | null;
  readonly file: { readonly id: string; readonly name: string; readonly size: number } | null;
  readonly note: string;
};

/** What a query reads of one, of a programme's as of a session's. */
export const materialSelect = {
  id: true,
  title: true,
  link: true,
  file: { select: { id: true, name: true, size: true } },
  note: true,
} as const satisfies Prisma.ProgrammeMaterialSelect & Prisma.SessionMaterialSelect;
