import { useTranslations } from "next-intl";
import { StatusTag } from "@/components/ui/status-tag";
import type { CriterionProgress } from "@/lib/certification/rules/requirements";

export type NamedProgress = CriterionProgress & { readonly name: string };

function Standing({ progress }: { progress: NamedProgress }) {
  const t = useTranslations("certification.criterion");
  if (progress.met) return <StatusTag tone="success">{t("met")}</StatusTag>;
  if (!progress.seen) return <StatusTag icon="dashed">{t("notSeen")}</StatusTag>;
  return (
    <StatusTag tone="warning" icon="circle">
      {t("seen", { have: progress.reached, need: progress.needed })}
    </StatusTag>
  );
}

/** Each criterion with where it stands: met, seen but not often enough, or not seen, which is no judgement. */
export function CriterionList({ criteria }: { criteria: readonly NamedProgress[] }) {
  const t = useTranslations("certification.criterion");
  return (
    <ol className="divide-y divide-line border-y border-line">
      {criteria.map((progress) => (
        <li
          key={progress.criterion.id}
          className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[1fr_12rem] sm:items-center"
        >
          <span>
            <span className="me-1.5 text-muted">{progress.criterion.code}</span>
            {progress.name}
            {progress.again ? (
              <span className="ms-2 text-sm font-medium text-warning">{t("again")}</span>
            ) : null}
          </span>
          <span className="sm:text-end">
            <Standing progress={progress} />
          </span>
        </li>
      ))}
    </ol>
  );
}
