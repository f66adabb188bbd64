import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Section } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import { makeUpAttendanceAction } from "@/lib/attendance/actions";
import type { RollCall } from "@/lib/attendance/queries/get-roll-call";

/** Where it is noted that somebody made up for an absence; nothing where nobody was absent. */
export function MakeUpForm({ roll }: { roll: RollCall }) {
  const t = useTranslations("facilitate.roll");
  const missed = roll.people.filter((person) => person.status === "absent" || person.status === "apology");
  if (missed.length === 0) return null;
  return (
    <Section title={t("makeUp")} lead={t("makeUpLead")}>
      <ActionForm
        action={makeUpAttendanceAction}
        fields={{ sessionId: roll.sessionId }}
        resetOnOk
        className="max-w-prose"
      >
        <SelectField
          name="enrolmentId"
          label={t("makeUpWho")}
          options={missed.map((person) => ({
            value: person.enrolmentId,
            label: `${person.name} (${t(`status.${person.status}`)})`,
          }))}
        />
        <TextAreaField
          name="evidence"
          label={t("evidence")}
          hint={t("evidenceHint")}
          rows={2}
          maxLength={1000}
        />
        <div>
          <SubmitButton tone="secondary">{t("makeUpSend")}</SubmitButton>
        </div>
      </ActionForm>
    </Section>
  );
}
