import type { Prisma } from "@/lib/db/generated/client";

/** The files beside an observation, for a `select`. */
export const beside = {
  select: {
    criterionId: true,
    caption: true,
    file: { select: { id: true, name: true, mediaType: true, size: true } },
  },
  orderBy: [{ attachedAt: "asc" }, { fileId: "asc" }],
} as const satisfies Prisma.Observation$filesArgs;

/** A photo or a file as it is shown beside an observation. `size` is in bytes. */
export type BesideFile = {
  readonly id: string;
  readonly criterionId: string | null;
  readonly caption: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
};

type Row = Prisma.ObservationFileGetPayload<Pick<typeof beside, "select">>;

/** One of them from its row. */
export function besideFile({ file, ...row }: Row): BesideFile {
  return { ...row, ...file };
}
