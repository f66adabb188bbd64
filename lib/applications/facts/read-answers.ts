import type { Prisma } from "@/lib/db/generated/client";

/** The answers to a cohort's own questions, in the questions' order. */
export const answersSelect = {
  orderBy: { question: { position: "asc" } },
  select: {
    value: true,
    file: { select: { id: true, name: true, size: true } },
    question: { select: { key: true, kind: true, label: true } },
  },
} as const satisfies Prisma.Application$answersArgs;

type Row = Prisma.ApplicationAnswerGetPayload<{ select: (typeof answersSelect)["select"] }>;

/** An answer as it is shown: the question's words, and what was answered. */
export type GivenAnswer = {
  readonly key: string;
  readonly kind: Row["question"]["kind"];
  readonly label: string;
  readonly value: string;
  readonly file: { readonly id: string; readonly name: string; readonly size: number } | null;
};

/** The rows of `answersSelect` as they are shown. */
export function asAnswers(rows: readonly Row[]): GivenAnswer[] {
  return rows.map(({ value, file, question }) => ({ ...question, value, file }));
}
