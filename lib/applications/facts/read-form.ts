import type { Prisma } from "@/lib/db/generated/client";

/** A version of a cohort's questions, in their order. */
export const formSelect = {
  id: true,
  number: true,
  questions: {
    orderBy: { position: "asc" },
    select: {
      id: true,
      key: true,
      kind: true,
      label: true,
      hint: true,
      required: true,
      options: true,
      minimum: true,
      maximum: true,
      shownWhenKey: true,
      shownWhenValue: true,
    },
  },
} as const satisfies Prisma.ApplicationFormSelect;

/** The version that whoever begins to apply now will answer. */
export const newestForm = { orderBy: { number: "desc" }, take: 1, select: formSelect } as const;
