import { useTranslations } from "next-intl";
import { RatingMark } from "@/components/observations/rating-mark";
import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import { Callout } from "@/components/ui/callout";
import { RadioGroup } from "@/components/ui/choice-fields";
import { ProseText } from "@/components/ui/prose-text";
import { Card } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import { acceptAgreementAction, proposeAgreementAction } from "@/lib/observations/pair-actions";
import type { PairView } from "@/lib/observations/queries/get-pair";

type Compared = PairView["compared"][number];
type PartProps = { pair: PairView; each: Compared };
const ratings = ["not_seen", "not_reached", "partly", "reached"] as const;

function Side({ name, note }: { name: string; note: Compared["lead"] }) {
  return (
    <div className="grid content-start gap-1.5 rounded bg-sunken p-3">
      <p className="flex flex-wrap items-center justify-between gap-2 text-sm font-medium">
        {name} <RatingMark rating={note?.rating ?? null} />
      </p>
      {note?.evidence ? <ProseText text={note.evidence} /> : null}
    </div>
  );
}

function ProposeForm({ pair, each }: PartProps) {
  const t = useTranslations("assess.pair");
  const words = useTranslations("observations.rating");
  return (
    <ActionForm
      action={proposeAgreementAction}
      fields={{ pairId: pair.id, criterionId: each.criterion.id }}
      className="max-w-prose"
    >
      <RadioGroup
        name="rating"
        label={t("rating")}
        inline
        options={ratings.map((value) => ({ value, label: words(value) }))}
      />
      <TextAreaField name="reason" label={t("reason")} hint={t("reasonHint")} rows={2} maxLength={2000} />
      <div>
        <SubmitButton tone="secondary">{t("propose")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** What was proposed, and what the reader can do with it: accept what the other proposed, or propose something else. */
function Proposed({ pair, each }: PartProps) {
  const t = useTranslations("assess.pair");
  const words = useTranslations("observations.rating");
  const { agreement } = each;
  if (!agreement) return <ProposeForm pair={pair} each={each} />;
  const proposer = agreement.proposedById === pair.lead.id ? pair.lead : pair.second;
  const other = agreement.proposedById === pair.lead.id ? pair.second : pair.lead;
  const rating = words(agreement.rating);
  const mine = agreement.proposedById === pair.readerId;
  const accept = (
    <ActionButton
      action={acceptAgreementAction}
      fields={{ pairId: pair.id, criterionId: each.criterion.id }}
      tone="primary"
      icon="check"
    >
      {t("accept")}
    </ActionButton>
  );
  return (
    <>
      <Callout
        tone={agreement.accepted ? "success" : "info"}
        title={
          agreement.accepted ? t("agreed", { rating }) : t("proposedBy", { name: proposer.name, rating })
        }
        actions={agreement.accepted || mine ? undefined : accept}
      >
        <ProseText text={agreement.reason} />
        {!agreement.accepted && mine ? (
          <p className="pt-1 text-muted">{t("waits", { name: other.name })}</p>
        ) : null}
      </Callout>
      {pair.stage === "comparing" ? (
        <details>
          <summary className="flex min-h-target items-center font-medium text-accent">
            {t("proposeOther")}
          </summary>
          <div className="pt-3">
            <ProposeForm pair={pair} each={each} />
          </div>
        </details>
      ) : null}
    </>
  );
}

/** One criterion as both saw it, side by side; where they differ, what they make of it together. */
export function PairCriterion({ pair, each }: PartProps) {
  return (
    <li id={`criterion-${each.criterion.code}`} className="scroll-mt-20">
      <Card className="grid gap-4">
        <h3 className="text-lg">
          <span className="me-1.5 text-muted">{each.criterion.code}</span>
          {each.name}
        </h3>
        <div className="grid gap-3 md:grid-cols-2">
          <Side name={pair.lead.name} note={each.lead} />
          <Side name={pair.second.name} note={each.second} />
        </div>
        {each.alike ? null : <Proposed pair={pair} each={each} />}
      </Card>
    </li>
  );
}
