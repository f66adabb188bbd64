"use client";

import { useTranslations } from "next-intl";
import type { Rating } from "@/lib/db/generated/enums";
import { DOT } from "@/lib/i18n/format";
import type { ObservationView } from "@/lib/observations/queries/get-observation";
import type { DraftFields } from "@/lib/observations/rules/draft-merge";

/** The form's fields by name, as the server has them. */
export function savedFields(observation: ObservationView): DraftFields {
  const { observedOn, situation, seen, interpreted, criteria } = observation;
  const ratings = criteria.flatMap((criterion, index) => [
    [`ratings.${index}.rating`, criterion.rating ?? ""],
    [`ratings.${index}.evidence`, criterion.evidence],
  ]);
  return { observedOn, situation, seen, interpreted, ...Object.fromEntries(ratings) };
}

/** What the form's fields are called, and what a value reads like: a rating is a word, not a code. */
export function useFieldWords(observation: ObservationView) {
  const t = useTranslations("observations");
  const criterionAt = (name: string) => observation.criteria[Number(name.split(".")[1])]?.code ?? "";
  return {
    labelOf(name: string): string {
      if (name.endsWith(".rating")) return `${criterionAt(name)}${DOT}${t("field.rating")}`;
      if (name.endsWith(".evidence")) return `${criterionAt(name)}${DOT}${t("field.evidence")}`;
      return t(`field.${name as "observedOn" | "situation" | "seen" | "interpreted"}`);
    },
    wordsOf(name: string, value: string): string {
      return name.endsWith(".rating") ? t(`rating.${(value || "none") as Rating | "none"}`) : value;
    },
  };
}
