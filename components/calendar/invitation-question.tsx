import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Callout } from "@/components/ui/callout";
import { DescriptionList } from "@/components/ui/description-list";
import { Card } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { answerInvitationAction } from "@/lib/calendar/actions";
import type { Invitation } from "@/lib/calendar/queries/get-invitation";
import { formatDate, formatTimeRange } from "@/lib/i18n/format";

type Props = { invitation: Invitation; token: string; answerable: boolean };

/** What somebody is invited to and the three buttons to answer with; what they answered stands above and can be changed. */
export function InvitationQuestion({ invitation, token, answerable }: Props) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const { startsAt, endsAt, timeZone, answer, kind, title } = invitation;
  const when = `${formatDate(startsAt, locale, timeZone)}, ${formatTimeRange(startsAt, endsAt, locale, timeZone)}`;
  return (
    <div className="mx-auto grid max-w-2xl gap-8">
      <div className="grid gap-3">
        <p className="text-sm font-medium text-muted">{t("answer.kicker")}</p>
        <h1 className="text-3xl">{kind === "visit" ? t("answer.visit", { assessor: title }) : title}</h1>
      </div>
      <Card>
        <DescriptionList
          items={[
            { term: t("answer.when"), detail: when },
            ...(invitation.place ? [{ term: t("answer.where"), detail: invitation.place }] : []),
            { term: t("answer.cohort"), detail: invitation.cohort },
          ]}
        />
      </Card>
      {answer ? (
        <Callout tone={answer === "accepted" ? "success" : "info"}>{t(`answer.given.${answer}`)}</Callout>
      ) : null}
      {answerable ? (
        <ActionForm action={answerInvitationAction} fields={{ token }}>
          <div className="flex flex-wrap gap-3">
            <SubmitButton name="answer" value="accepted" icon="check">
              {t("answer.accepted")}
            </SubmitButton>
            <SubmitButton name="answer" value="tentative" tone="secondary">
              {t("answer.tentative")}
            </SubmitButton>
            <SubmitButton name="answer" value="declined" tone="secondary">
              {t("answer.declined")}
            </SubmitButton>
          </div>
          <p className="text-sm text-muted">{t("answer.change")}</p>
        </ActionForm>
      ) : (
        <Callout tone="warning">{t(invitation.cancelled ? "answer.cancelled" : "answer.over")}</Callout>
      )}
    </div>
  );
}
