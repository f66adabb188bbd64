import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { type Description, DescriptionList } from "@/components/ui/description-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Card } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import { answerAsCoordinatorAction } from "@/lib/applications/actions";
import type { WaitingApproval } from "@/lib/applications/queries/list-approvals-waiting";
import { formatDate, formatDateRange, formatDateTime, formatMoney } from "@/lib/i18n/format";

function Facts({ approval }: { approval: WaitingApproval }) {
  const t = useTranslations("organisation");
  const role = useTranslations("applications");
  const locale = useLocale();
  const { cohort, payer } = approval;
  const items: (Description | null)[] = [
    {
      term: t("approvals.programme"),
      detail: (
        <>
          {approval.programme}
          <span className="block text-muted">
            {cohort.name}, {formatDateRange(cohort.startsOn, cohort.endsOn, locale, "UTC")}
          </span>
        </>
      ),
    },
    approval.participantRole && {
      term: t("approvals.role"),
      detail: role(`role.${approval.participantRole}`),
    },
    payer && {
      term: t("approvals.payer"),
      detail:
        payer === "organisation" && approval.price !== null
          ? t("approvals.pays", { price: formatMoney(approval.price, approval.currency, locale) })
          : role(`payerOf.${payer}`),
    },
    approval.approval && {
      term: t("approvals.asked"),
      detail: t("approvals.askedOn", {
        manager: approval.approval.managerName,
        date: formatDate(approval.approval.askedAt, locale, cohort.timeZone),
      }),
    },
    {
      term: t("approvals.deadline"),
      detail: formatDateTime(cohort.applicationDeadline, locale, cohort.timeZone),
    },
  ];
  return <DescriptionList items={items.filter((item): item is Description => item !== null)} />;
}

/** The applications of our own people that wait for a manager: the coordinator may answer instead. */
export function ApprovalsWaiting({ approvals }: { approvals: WaitingApproval[] }) {
  const t = useTranslations("organisation");
  if (approvals.length === 0) {
    return (
      <EmptyState icon="check" title={t("approvals.empty")}>
        {t("approvals.emptyHint")}
      </EmptyState>
    );
  }
  return (
    <ul className="grid gap-5">
      {approvals.map((approval) => (
        <li key={approval.id}>
          <Card className="grid content-start gap-x-10 gap-y-4 lg:grid-cols-2">
            <h3 className="text-lg lg:col-span-2">
              {approval.name}
              {approval.title ? (
                <span className="block text-base font-normal text-muted">{approval.title}</span>
              ) : null}
            </h3>
            <Facts approval={approval} />
            <ActionForm
              action={answerAsCoordinatorAction}
              fields={{ applicationId: approval.id }}
              className="content-start gap-4"
            >
              <TextAreaField
                name="comment"
                label={t("approvals.comment")}
                hint={t("approvals.commentHint")}
                rows={2}
                optional
              />
              <div className="flex flex-wrap gap-3">
                <SubmitButton name="answer" value="approve" icon="check">
                  {t("approvals.approve")}
                </SubmitButton>
                <SubmitButton name="answer" value="decline" tone="secondary">
                  {t("approvals.decline")}
                </SubmitButton>
              </div>
            </ActionForm>
          </Card>
        </li>
      ))}
    </ul>
  );
}
