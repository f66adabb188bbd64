import { useLocale, useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { LinkButton } from "@/components/ui/link-button";
import { moveCriterionAction, removeCriterionAction } from "@/lib/frameworks/framework-actions";
import type { FrameworkDetail } from "@/lib/frameworks/queries/get-framework";
import { textIn } from "@/lib/frameworks/rules/text-in";
import { CriterionLevels } from "./criterion-levels";

type Criterion = FrameworkDetail["criteria"][number];
type RowProps = { framework: FrameworkDetail; criterion: Criterion; place: number };

function DraftControls({ framework, criterion, place }: RowProps) {
  const t = useTranslations("frameworks.criterion");
  const fields = {
    frameworkVersionId: framework.id,
    version: framework.version,
    criterionId: criterion.id,
  };
  const move = (direction: "up" | "down") => (
    <ActionButton
      action={moveCriterionAction}
      fields={{ ...fields, direction }}
      tone="quiet"
      size="small"
      icon={direction === "up" ? "sortUp" : "sortDown"}
    >
      {t(direction, { code: criterion.code })}
    </ActionButton>
  );
  return (
    <div className="flex flex-wrap gap-2">
      <LinkButton
        href={`/certify/frameworks/${framework.id}/criteria/${criterion.id}`}
        tone="secondary"
        size="small"
        icon="edit"
      >
        {t("edit", { code: criterion.code })}
      </LinkButton>
      {place > 0 ? move("up") : null}
      {place < framework.criteria.length - 1 ? move("down") : null}
      {framework.criteria.length > 1 ? (
        <ActionButton
          action={removeCriterionAction}
          fields={fields}
          tone="quiet"
          size="small"
          icon="trash"
          confirm={{
            title: t("removeTitle", { code: criterion.code }),
            consequences: t("removeText"),
            confirmLabel: t("removeConfirm"),
          }}
        >
          {t("remove", { code: criterion.code })}
        </ActionButton>
      ) : null}
    </div>
  );
}

function CriterionRow({ framework, criterion, place }: RowProps) {
  const t = useTranslations("frameworks");
  const words = useTranslations("observations.criteria");
  const locale = useLocale();
  const text = textIn(criterion.texts, locale);
  return (
    <li className="grid gap-4 border-t border-line py-5">
      <div className="grid gap-4 md:grid-cols-2 md:gap-x-10">
        <div className="grid content-start gap-1">
          <h3 className="text-lg">
            <span className="me-1.5 text-muted">{criterion.code}</span> {text?.name || t("criterion.unnamed")}
          </h3>
          {text?.description ? <p>{text.description}</p> : null}
          <p className="text-sm text-muted">{words("occasions", { count: criterion.minOccasions })}</p>
          <p className="text-sm text-muted">{t("criterion.key", { key: criterion.stableKey })}</p>
        </div>
        <div className="grid content-start gap-3">
          <ul className="list-disc space-y-1 ps-5">
            {text?.indicators.map((indicator) => (
              <li key={indicator}>{indicator}</li>
            ))}
          </ul>
          <CriterionLevels levels={text?.levels ?? []} />
        </div>
      </div>
      {framework.state === "draft" ? (
        <DraftControls framework={framework} criterion={criterion} place={place} />
      ) : null}
    </li>
  );
}

/** The criteria of a version in the reader's language; of a draft, with what can be done to each. */
export function CriterionList({ framework }: { framework: FrameworkDetail }) {
  const t = useTranslations("frameworks.criterion");
  if (framework.criteria.length === 0) return <p className="text-muted">{t("none")}</p>;
  return (
    <ol>
      {framework.criteria.map((criterion, place) => (
        <CriterionRow key={criterion.id} framework={framework} criterion={criterion} place={place} />
      ))}
    </ol>
  );
}
