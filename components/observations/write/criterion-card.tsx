"use client";

import { useTranslations } from "next-intl";
import { CriterionLevels } from "@/components/frameworks/criterion-levels";
import { Icon } from "@/components/ui/icon";
import { Card } from "@/components/ui/section";
import { TextAreaField } from "@/components/ui/text-field";
import { DOT } from "@/lib/i18n/format";
import type { RatedCriterion } from "@/lib/observations/queries/get-observation";
import { LONGEST_EVIDENCE } from "@/lib/observations/rules/limits";
import { DictateButton } from "./dictation";
import { chooseCriterion, FILES_ID } from "./files-section";
import { RatingChoice } from "./rating-choice";

type CriterionCardProps = {
  criterion: RatedCriterion;
  index: number;
  /** How many photos and files there are of it. */
  files: number;
  /** What was dictated as evidence. */
  onWords: (words: string) => void;
};

/** One criterion in the form: its words, the signs to look for one tap away, the rating and the evidence. */
export function CriterionCard({ criterion, index, files, onWords }: CriterionCardProps) {
  const t = useTranslations("observations");
  return (
    <li id={`criterion-${criterion.code}`} className="scroll-mt-20">
      <Card className="grid gap-4">
        <input type="hidden" name={`ratings.${index}.criterionId`} value={criterion.id} />
        <div className="grid gap-1">
          <h3 className="text-lg">
            <span className="me-1.5 text-muted">{criterion.code}</span>
            {criterion.name}
          </h3>
          {criterion.description ? <p className="text-muted">{criterion.description}</p> : null}
        </div>
        {criterion.indicators.length > 0 ? (
          <details className="group">
            <summary className="inline-flex min-h-target items-center gap-2 font-medium text-accent">
              <Icon name="chevronRight" className="transition-transform group-open:rotate-90" />
              {t("criteria.signs")}
            </summary>
            <ul className="list-disc space-y-1 ps-6 pb-1">
              {criterion.indicators.map((indicator) => (
                <li key={indicator}>{indicator}</li>
              ))}
            </ul>
            <CriterionLevels levels={criterion.levels} />
          </details>
        ) : null}
        <RatingChoice name={`ratings.${index}.rating`} first={criterion.rating} />
        <TextAreaField
          name={`ratings.${index}.evidence`}
          label={t("field.evidence")}
          hint={t("field.evidenceHint")}
          defaultValue={criterion.evidence}
          rows={2}
          maxLength={LONGEST_EVIDENCE}
          optional
        />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <a
            href={`#${FILES_ID}`}
            onClick={() => setTimeout(chooseCriterion, 0, criterion.id)}
            className="inline-flex min-h-target items-center gap-2 font-medium"
          >
            <Icon name="upload" />
            {t("files.attachHere", { code: criterion.code })}
          </a>
          {files > 0 ? (
            <span className="text-sm text-muted">{t("files.count", { count: files })}</span>
          ) : null}
          <DictateButton label={`${criterion.code}${DOT}${t("field.evidence")}`} onWords={onWords} />
        </div>
      </Card>
    </li>
  );
}
