import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { CheckboxField } from "@/components/ui/choice-fields";
import { ComboboxField } from "@/components/ui/combobox-field";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { StatusTag } from "@/components/ui/status-tag";
import { SubmitButton } from "@/components/ui/submit-button";
import { removeFacilitatorAction, setLeadAction } from "@/lib/cohorts/actions";
import type { CohortBoard } from "@/lib/cohorts/queries/get-cohort-board";
import { AddFacilitatorFrame } from "./form-frames";

type TeamPanelProps = { cohort: CohortBoard; candidates: readonly { id: string; name: string }[] };

function Member({ cohortId, member }: { cohortId: string; member: CohortBoard["team"][number] }) {
  const t = useTranslations("cohorts");
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-3">
      <span className="flex flex-wrap items-center gap-3">
        <span className="font-medium">{member.name}</span>
        {member.isLead ? <StatusTag tone="info">{t("team.isLead")}</StatusTag> : null}
      </span>
      <span className="flex flex-wrap gap-2">
        {member.isLead ? null : (
          <ActionButton
            action={setLeadAction}
            fields={{ cohortId, personId: member.personId }}
            tone="quiet"
            size="small"
          >
            {t("team.makeLead")}
          </ActionButton>
        )}
        <ActionButton
          action={removeFacilitatorAction}
          fields={{ cohortId, personId: member.personId }}
          tone="quiet"
          size="small"
          icon="close"
        >
          {t("team.remove")}
        </ActionButton>
      </span>
    </li>
  );
}

/** Who teaches the cohort, who leads, and who could join. */
export function TeamPanel({ cohort, candidates }: TeamPanelProps) {
  const t = useTranslations("cohorts");
  return (
    <>
      <Section title={t("team.heading")} lead={t("team.lead")}>
        {cohort.team.length === 0 ? (
          <EmptyState icon="people" title={t("team.none")}>
            {t("team.noneLead")}
          </EmptyState>
        ) : (
          <ul className="max-w-form divide-y divide-line border-y border-line">
            {cohort.team.map((member) => (
              <Member key={member.personId} cohortId={cohort.id} member={member} />
            ))}
          </ul>
        )}
      </Section>
      <Section title={t("team.addHeading")}>
        {candidates.length === 0 ? (
          <p className="text-muted">{t("team.noCandidates")}</p>
        ) : (
          <AddFacilitatorFrame fields={{ cohortId: cohort.id }} className="max-w-form">
            <ComboboxField
              name="personId"
              label={t("team.person")}
              options={candidates.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <CheckboxField name="isLead" label={t("team.asLead")} />
            <div>
              <SubmitButton tone="secondary" icon="plus">
                {t("team.add")}
              </SubmitButton>
            </div>
          </AddFacilitatorFrame>
        )}
      </Section>
    </>
  );
}
