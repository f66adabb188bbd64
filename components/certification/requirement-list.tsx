import { useTranslations } from "next-intl";
import { StatusTag } from "@/components/ui/status-tag";
import type { Evaluation, Requirement } from "@/lib/certification/rules/requirements";
import type { RequirementKind } from "@/lib/db/generated/enums";

function StandingTag({ requirement }: { requirement: Requirement }) {
  const t = useTranslations("certification.status");
  if (requirement.status === "met") return <StatusTag tone="success">{t("met")}</StatusTag>;
  if (requirement.status === "excepted") {
    return (
      <StatusTag tone="info" icon="edit">
        {t("excepted")}
      </StatusTag>
    );
  }
  if (!requirement.attainable) return <StatusTag tone="danger">{t("unattainable")}</StatusTag>;
  return (
    <StatusTag tone="warning" icon="circle">
      {t("unmet")}
    </StatusTag>
  );
}

type RequirementListProps = {
  evaluation: Evaluation;
  /** Where on the page what a requirement rests on is found. */
  anchors?: Partial<Record<RequirementKind, string>>;
};

/** Each requirement of the scheme, with how far it is and whether it is met. */
export function RequirementList({ evaluation, anchors = {} }: RequirementListProps) {
  const t = useTranslations("certification");
  return (
    <ul className="divide-y divide-line border-y border-line">
      {evaluation.requirements.map((requirement) => {
        const { kind, have, need } = requirement;
        return (
          <li key={kind} className="flex flex-wrap items-center gap-x-6 gap-y-1 py-3">
            <span className="grow basis-56 font-medium">
              {anchors[kind] ? (
                <a href={anchors[kind]}>{t(`requirement.${kind}`)}</a>
              ) : (
                t(`requirement.${kind}`)
              )}
            </span>
            <span className="basis-44 text-muted">{t(`progress.${kind}`, { have, need })}</span>
            <span className="basis-48 sm:text-end">
              <StandingTag requirement={requirement} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
