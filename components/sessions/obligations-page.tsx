import { useLocale, useTranslations } from "next-intl";
import { CheckboxGroup } from "@/components/ui/choice-fields";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { CohortBoard } from "@/lib/cohorts/queries/get-cohort-board";
import { Obligation } from "@/lib/db/generated/enums";
import { formatShortDate } from "@/lib/i18n/format";
import type { CohortSessionRow } from "@/lib/sessions/queries/list-cohort-sessions";
import { SetObligationsFrame } from "./form-frames";
import { useRulesInWords, useSubjects } from "./obligation-words";

/** Which sessions are ticked when the page opens; more can be chosen by hand. */
export const obligationPicks = ["none", "all", "between"] as const;
type ObligationPick = (typeof obligationPicks)[number];

type ObligationsPageProps = {
  cohort: CohortBoard;
  /** Those that can still be changed, in order of time. */
  sessions: readonly CohortSessionRow[];
  pick: ObligationPick;
};

const chosen = {
  none: () => [],
  all: (ids: readonly string[]) => [...ids],
  between: (ids: readonly string[]) => ids.slice(1, -1),
} satisfies Record<ObligationPick, (ids: readonly string[]) => string[]>;

/** One rule on who has to come, for several sessions at once. */
function RuleForm({ cohort, sessions, pick }: ObligationsPageProps) {
  const t = useTranslations("cohorts");
  const locale = useLocale();
  const rulesOf = useRulesInWords(cohort.tracks);
  const subjects = useSubjects(cohort.tracks);
  const choices = ["default", ...Object.values(Obligation)] as const;
  return (
    <SetObligationsFrame className="max-w-form">
      <div className="grid gap-2">
        <CheckboxGroup
          name="sessionIds"
          label={t("obligations.sessions")}
          defaultValue={chosen[pick](sessions.map(({ id }) => id))}
          options={sessions.map(({ id, theme, startsAt, timeZone, obligations }) => ({
            value: id,
            label: `${theme}, ${formatShortDate(startsAt, locale, timeZone)}`,
            hint: rulesOf(obligations) || t("obligations.everybody"),
          }))}
        />
      </div>
      <SelectField
        name="subject"
        label={t("obligations.subject")}
        options={[...subjects.tracks, ...subjects.roles].map(({ key, label }) => ({ value: key, label }))}
      />
      <SelectField
        name="obligation"
        label={t("obligations.obligation")}
        hint={t("obligations.hint")}
        options={choices.map((value) => ({ value, label: t(`obligation.${value}`) }))}
      />
      <div>
        <SubmitButton>{t("obligations.submit")}</SubmitButton>
      </div>
    </SetObligationsFrame>
  );
}

/** Who has to come to which of a cohort's sessions. */
export function ObligationsPage({ cohort, sessions, pick }: ObligationsPageProps) {
  const t = useTranslations("cohorts");
  const base = `/staff/cohorts/${cohort.id}/sessions`;
  return (
    <Section title={t("obligations.title")} lead={t("obligations.lead")}>
      {sessions.length === 0 ? (
        <EmptyState
          icon="calendar"
          title={t("obligations.empty")}
          actions={<LinkButton href={`${base}/new?several=1`}>{t("sessions.addRow")}</LinkButton>}
        >
          {t("obligations.emptyLead")}
        </EmptyState>
      ) : (
        <>
          <nav aria-label={t("obligations.sessions")} className="flex flex-wrap gap-2">
            {(["all", "between", "none"] as const).map((each) => (
              <LinkButton
                key={each}
                href={`${base}/obligations?pick=${each}`}
                scroll={false}
                tone="secondary"
                size="small"
              >
                {t(`obligations.${each}`)}
              </LinkButton>
            ))}
          </nav>
          {/* The rules are part of the key: after saving, the boxes are as the address says again. */}
          <RuleForm
            key={`${pick} ${sessions.map(({ version }) => version).join(" ")}`}
            cohort={cohort}
            sessions={sessions}
            pick={pick}
          />
        </>
      )}
    </Section>
  );
}
