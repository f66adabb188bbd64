import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { OutcomeTag } from "@/components/certification/outcome-tag";
import { ActionForm } from "@/components/ui/action-form";
import { RadioGroup } from "@/components/ui/choice-fields";
import { Card } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select-field";
import { StatusTag } from "@/components/ui/status-tag";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import { formatDate } from "@/lib/i18n/format";
import { assignReviewAction, writeReviewAction } from "@/lib/sampling/actions";
import type { ReviewView } from "@/lib/sampling/queries/get-sample";

type ReviewProps = { review: ReviewView };

/** Which second look a form is about, and the version that was read. */
const fieldsOf = ({ id, version }: ReviewView) => ({ reviewId: id, version });

function AssignForm({ review }: ReviewProps) {
  const t = useTranslations("sampling.assign");
  if (review.candidates.length === 0) return <p className="text-muted">{t("nobody")}</p>;
  return (
    <ActionForm
      action={assignReviewAction}
      fields={fieldsOf(review)}
      defaultValues={{ reviewerId: review.reviewer?.id ?? "" }}
    >
      <SelectField
        name="reviewerId"
        label={t(review.reviewer ? "another" : "to", { participant: review.participant })}
        hint={t("hint")}
        options={review.candidates.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div>
        <SubmitButton tone="secondary" size="small">
          {t("give")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

function WriteForm({ review }: ReviewProps) {
  const t = useTranslations("sampling.write");
  return (
    <ActionForm action={writeReviewAction} fields={fieldsOf(review)}>
      <RadioGroup
        name="verdict"
        label={t("verdict")}
        options={(["agrees", "disagrees"] as const).map((value) => ({ value, label: t(value) }))}
        inline
      />
      <TextAreaField name="reasons" label={t("reasons")} rows={4} maxLength={4000} />
      <div>
        <SubmitButton>{t("send")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

function Written({ review }: ReviewProps) {
  const t = useTranslations("sampling");
  const locale = useLocale();
  if (!review.reviewedAt) return null;
  return (
    <div className="grid justify-items-start gap-2">
      <StatusTag tone={review.agrees ? "success" : "warning"}>
        {t(review.agrees ? "write.agrees" : "write.disagrees")}
      </StatusTag>
      <p className="max-w-prose whitespace-pre-line">{review.reasons}</p>
      <p className="text-sm text-muted">
        {t("writtenBy", {
          name: review.reviewer?.name ?? "",
          date: formatDate(review.reviewedAt, locale),
        })}
      </p>
    </div>
  );
}

function Review({ review, personId }: ReviewProps & { personId: string }) {
  const t = useTranslations("sampling");
  const locale = useLocale();
  const mine = review.reviewer?.id === personId;
  return (
    <Card className="grid gap-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 className="text-lg">
          <Link href={`/certify/cases/${review.caseId}`}>{review.participant}</Link>
        </h2>
        <OutcomeTag outcome={review.outcome} />
      </div>
      <p className="text-sm text-muted">
        {t("decidedBy", {
          name: review.decider,
          date: formatDate(review.decidedAt, locale),
        })}
        {review.state === "assigned" ? ` ${t("givenTo", { name: review.reviewer?.name ?? "" })}` : ""}
      </p>
      {review.state === "reviewed" ? <Written review={review} /> : null}
      {review.state === "assigned" && mine ? <WriteForm review={review} /> : null}
      {review.state !== "reviewed" && !mine ? <AssignForm review={review} /> : null}
    </Card>
  );
}

/** The second looks of a sample: each decision with who takes it, where it is given and where it is written. */
export function ReviewList({ reviews, personId }: { reviews: readonly ReviewView[]; personId: string }) {
  return (
    <ul className="grid gap-5">
      {reviews.map((review) => (
        <li key={review.id}>
          <Review review={review} personId={personId} />
        </li>
      ))}
    </ul>
  );
}
