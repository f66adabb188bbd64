import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import type { CohortBoard } from "@/lib/cohorts/queries/get-cohort-board";
import { cancelSessionAction } from "@/lib/sessions/actions";
import type { SessionDetail } from "@/lib/sessions/queries/get-session";
import { SessionWhen } from "./session-page";

/** Cancelling a session, with what follows from it. */
export function CancelSessionPage({ cohort, session }: { cohort: CohortBoard; session: SessionDetail }) {
  const t = useTranslations("cohorts");
  const back = `/staff/cohorts/${cohort.id}/sessions/${session.id}`;
  const told = (cohort.enrolments.reserved ?? 0) + (cohort.enrolments.active ?? 0);
  return (
    <Section
      title={t("session.cancelQuestion", { theme: session.theme })}
      lead={<SessionWhen session={session} />}
    >
      <ul className="grid max-w-prose list-disc gap-2 ps-5">
        <li>{t("session.cancelTold", { count: told, facilitators: session.facilitatorIds.length })}</li>
        <li>{t("session.cancelFrees")}</li>
        <li>{t("session.cancelAttendance")}</li>
        <li>{t("session.cancelFinal")}</li>
      </ul>
      <div className="flex flex-wrap gap-3 pt-2">
        <ActionButton
          action={cancelSessionAction}
          fields={{ sessionId: session.id, version: session.version }}
          tone="danger"
        >
          {t("session.cancelSubmit")}
        </ActionButton>
        <LinkButton href={back} tone="quiet">
          {t("change.back")}
        </LinkButton>
      </div>
    </Section>
  );
}
