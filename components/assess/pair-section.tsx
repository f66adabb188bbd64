import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { inviteSecondAction, releaseSecondAction } from "@/lib/observations/pair-actions";
import type { VisitView } from "@/lib/observations/queries/get-visit";
import type { FreeAssessor } from "@/lib/observations/queries/list-free-assessors";

type PairSectionProps = {
  visit: VisitView;
  /** Who could come along; asked only where it is the reader's own visit and nobody comes along yet. */
  others: readonly FreeAssessor[];
};

function InviteForm({ visit, others }: PairSectionProps) {
  const t = useTranslations("assess.pair");
  if (others.length === 0) return <p className="text-muted">{t("nobody")}</p>;
  return (
    <ActionForm
      action={inviteSecondAction}
      fields={{ visitId: visit.id, version: visit.version }}
      className="max-w-prose"
    >
      <SelectField
        name="secondId"
        label={t("who")}
        hint={t("whoHint")}
        options={others.map(({ id, name, busy }) => ({
          value: id,
          label: busy ? t("busy", { name }) : name,
          disabled: busy,
        }))}
      />
      <div>
        <SubmitButton tone="secondary">{t("invite")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Whether somebody comes along to a visit, to see the same and rate apart; and the way to ask them, or to let them go. */
export function PairSection({ visit, others }: PairSectionProps) {
  const t = useTranslations("assess.pair");
  const { pair, own } = visit;
  if (!pair) {
    if (!own || visit.state !== "booked" || visit.observation) return null;
    return (
      <Section title={t("section")} lead={t("none")}>
        <InviteForm visit={visit} others={others} />
      </Section>
    );
  }
  const releasable = own && !pair.secondBegun && !visit.observation && visit.state === "booked";
  return (
    <Section title={t("section")} lead={t("with", { lead: visit.assessor, second: pair.second })}>
      <div className="flex flex-wrap gap-3">
        <LinkButton href={`/assess/pairs/${pair.id}`} tone="secondary">
          {t("toCompare")}
        </LinkButton>
        {releasable ? (
          <ActionButton
            action={releaseSecondAction}
            fields={{ visitId: visit.id, version: visit.version }}
            tone="quiet"
          >
            {t("release")}
          </ActionButton>
        ) : null}
      </div>
    </Section>
  );
}
