import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { CheckboxGroup, RadioGroup } from "@/components/ui/choice-fields";
import { DateField } from "@/components/ui/date-field";
import { DraftKeeper } from "@/components/ui/draft-keeper";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import { decideCaseAction } from "@/lib/certification/actions";
import type { CaseView } from "@/lib/certification/queries/get-case";

/** What a repeat asks for: shown once it is chosen, by the style sheet, so that it works before scripts have loaded. */
function Repeat({ its }: { its: CaseView }) {
  const t = useTranslations("certify.decide");
  return (
    <div className="hidden gap-6 group-has-[[value=repeat\_requested]:checked]/decide:grid">
      <CheckboxGroup
        name="repeatCriteria"
        label={t("repeat")}
        options={its.criteria.map(({ criterion, name }) => ({
          value: criterion.code,
          label: `${criterion.code} ${name}`,
        }))}
      />
      <TextAreaField
        name="repeatGuidance"
        label={t("repeatGuidance")}
        hint={t("repeatGuidanceHint")}
        rows={4}
        maxLength={4000}
      />
      <DateField name="repeatDueOn" label={t("repeatDue")} />
    </div>
  );
}

/** The reasons in the law's three parts (forvaltningsloven § 24). */
function Reasons() {
  const t = useTranslations("certify.decide");
  return (
    <>
      <TextAreaField name="reasonMain" label={t("main")} hint={t("mainHint")} rows={5} maxLength={8000} />
      <TextAreaField
        name="reasonFacts"
        label={t("facts")}
        hint={t("factsHint")}
        rows={4}
        maxLength={8000}
        optional
      />
      <TextAreaField
        name="reasonRules"
        label={t("rules")}
        hint={t("rulesHint")}
        rows={2}
        maxLength={4000}
        optional
      />
    </>
  );
}

/**
 * Where the certifying body decides: the outcome, the reasons in the law's three parts (forvaltningsloven § 24), and what the
 * outcome brings with it. `heard` says whether a refusal may be chosen yet.
 */
export function DecideForm({ its, heard, body }: { its: CaseView; heard: boolean; body: string }) {
  const t = useTranslations("certify.decide");
  const outcomes = useTranslations("certification.outcome");
  const recommendation = its.recommendations.find((each) => each.round === its.round);
  const { complete } = its.evaluation;
  return (
    <ActionForm
      action={decideCaseAction}
      fields={{ caseId: its.id, version: its.version }}
      defaultValues={{ appealGuidance: t("appealGuidanceDefault", { body }) }}
      className="group/decide max-w-prose"
    >
      {recommendation ? (
        <p>
          {t("lead", { name: recommendation.recommender.name, outcome: outcomes(recommendation.outcome) })}
        </p>
      ) : null}
      <RadioGroup
        name="outcome"
        label={t("outcome")}
        options={[
          {
            value: "certified",
            label: outcomes("certified"),
            hint: complete ? t("certifiedHint") : t("certifiedBlocked"),
            disabled: !complete,
          },
          { value: "repeat_requested", label: outcomes("repeat_requested"), hint: t("repeatHint") },
          {
            value: "not_certified",
            label: outcomes("not_certified"),
            hint: heard ? t("refuseHint") : t("refuseNotHeard"),
            disabled: !heard,
          },
        ]}
      />
      <Reasons />
      <Repeat its={its} />
      <div className="hidden group-has-[[value=not\_certified]:checked]/decide:block">
        <TextAreaField name="appealGuidance" label={t("appealGuidance")} rows={4} maxLength={4000} optional />
      </div>
      <div className="grid justify-items-start gap-2">
        <DraftKeeper storageKey={`decision:${its.id}:${its.round}`} />
        <SubmitButton>{t("send")}</SubmitButton>
        <p className="text-sm text-muted">{t("recent")}</p>
      </div>
    </ActionForm>
  );
}
