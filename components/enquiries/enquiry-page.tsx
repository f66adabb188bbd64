import { useLocale, useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { ProseText } from "@/components/ui/prose-text";
import { Section } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import { assignEnquiryAction, closeEnquiryAction } from "@/lib/enquiries/actions";
import type { EnquiryDetail } from "@/lib/enquiries/queries/get-enquiry";
import { formatDateTime } from "@/lib/i18n/format";
import { AnswerEnquiryFrame } from "./answer-enquiry-frame";
import { ClockTag } from "./enquiry-table";

function AssignForm({ enquiry, personId }: { enquiry: EnquiryDetail; personId: string | null }) {
  const t = useTranslations("staff");
  return (
    <ActionForm
      action={assignEnquiryAction}
      fields={{ enquiryId: enquiry.id, version: enquiry.version }}
      defaultValues={{ personId: enquiry.assignedTo?.id ?? personId ?? "" }}
      className="max-w-form"
    >
      <SelectField
        name="personId"
        label={t("enquiries.assignedTo")}
        options={enquiry.colleagues.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div>
        <SubmitButton tone="secondary">{t("enquiries.assign")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

function AnswerForm({ enquiry }: { enquiry: EnquiryDetail }) {
  const t = useTranslations("staff");
  return (
    <AnswerEnquiryFrame fields={{ enquiryId: enquiry.id, version: enquiry.version }} className="max-w-form">
      <TextAreaField
        name="answer"
        label={t("enquiries.yourAnswer")}
        hint={t("enquiries.answerHint")}
        rows={8}
        maxLength={6000}
      />
      <div>
        <SubmitButton icon="mail">{t("enquiries.send")}</SubmitButton>
      </div>
    </AnswerEnquiryFrame>
  );
}

type EnquiryPageProps = { enquiry: EnquiryDetail; personId: string | null; listPath: string };

/** One enquiry: the question, who answers it, the answer. */
export function EnquiryPage({ enquiry, personId, listPath }: EnquiryPageProps) {
  const t = useTranslations("staff");
  const locale = useLocale();
  const isOpen = enquiry.state === "new" || enquiry.state === "assigned";
  const isMine = enquiry.state === "assigned" && enquiry.assignedTo?.id === personId;
  return (
    <>
      <PageHeader
        crumbs={[{ label: t("enquiries.title"), href: listPath }]}
        title={t("enquiries.fromName", { name: enquiry.name })}
        meta={<ClockTag clock={enquiry.clock} state={enquiry.state} />}
        actions={
          enquiry.state === "closed" ? null : (
            <ActionButton
              action={closeEnquiryAction}
              fields={{ enquiryId: enquiry.id, version: enquiry.version }}
              tone="quiet"
              icon="archive"
            >
              {t("enquiries.close")}
            </ActionButton>
          )
        }
      />
      <Section title={t("enquiries.question")}>
        <ProseText text={enquiry.question} />
        <DescriptionList
          className="max-w-form"
          items={[
            { term: t("enquiries.email"), detail: <a href={`mailto:${enquiry.email}`}>{enquiry.email}</a> },
            { term: t("enquiries.to"), detail: enquiry.to },
            { term: t("enquiries.received"), detail: formatDateTime(enquiry.createdAt, locale) },
            { term: t("enquiries.due"), detail: formatDateTime(enquiry.answerDueAt, locale) },
          ]}
        />
      </Section>
      {enquiry.answer ? (
        <Section title={t("enquiries.answer")}>
          <ProseText text={enquiry.answer} />
        </Section>
      ) : null}
      {isOpen ? (
        <Section title={t("enquiries.who")}>
          <AssignForm enquiry={enquiry} personId={personId} />
        </Section>
      ) : null}
      {isMine ? (
        <Section title={t("enquiries.answer")}>
          <AnswerForm enquiry={enquiry} />
        </Section>
      ) : null}
    </>
  );
}
