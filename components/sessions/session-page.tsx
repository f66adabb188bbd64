import { useLocale, useTranslations } from "next-intl";
import { SessionMaterials } from "@/components/materials/session-materials";
import { ActionButton } from "@/components/ui/action-button";
import { Callout } from "@/components/ui/callout";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { TimeRange } from "@/components/ui/time-range";
import type { CohortBoard } from "@/lib/cohorts/queries/get-cohort-board";
import { formatWeek, formatWeekdayDate } from "@/lib/i18n/format";
import type { SessionMaterialRow } from "@/lib/materials/queries/list-session-materials";
import { decideHandingOut } from "@/lib/materials/rules/handing-out";
import { confirmSessionAction, holdSessionAction, removeSessionAction } from "@/lib/sessions/actions";
import type { ParticipantClash } from "@/lib/sessions/facts/load-clashes";
import type { SessionDetail } from "@/lib/sessions/queries/get-session";
import type { VenueRow } from "@/lib/sessions/queries/list-rooms";
import { decideEditingSession, decideRemoving } from "@/lib/sessions/rules/planning";
import { Clashes } from "./clashes";
import { EditSessionForm } from "./session-forms";
import { SessionStateTag } from "./session-state-tag";

function StateActions({ session, now }: { session: SessionDetail; now: Date }) {
  const t = useTranslations("cohorts");
  const fields = { sessionId: session.id, version: session.version };
  const base = `/staff/cohorts/${session.cohortId}/sessions/${session.id}`;
  const removable = decideRemoving(session.cohortState, session.state).ok;
  return (
    <div className="flex flex-wrap items-start gap-3">
      {session.state === "planned" ? (
        <ActionButton action={confirmSessionAction} fields={fields} icon="check">
          {t("session.confirm")}
        </ActionButton>
      ) : null}
      {session.state === "confirmed" && session.startsAt <= now ? (
        <ActionButton action={holdSessionAction} fields={fields} icon="check">
          {t("session.hold")}
        </ActionButton>
      ) : null}
      {removable ? (
        <ActionButton action={removeSessionAction} fields={fields} tone="quiet" icon="trash">
          {t("session.remove")}
        </ActionButton>
      ) : (
        <LinkButton href={`${base}/cancel`} tone="quiet" icon="ban">
          {t("session.cancel")}
        </LinkButton>
      )}
    </div>
  );
}

/** When a session is, in words. */
export function SessionWhen({ session }: { session: SessionDetail }) {
  const t = useTranslations("cohorts");
  const locale = useLocale();
  const { startsAt, endsAt, timeZone } = session;
  return (
    <>
      {formatWeekdayDate(startsAt, locale, timeZone)},{" "}
      <TimeRange from={startsAt} to={endsAt} timeZone={timeZone} /> (
      {t("sessions.inWeek", { week: formatWeek(startsAt, timeZone) })})
    </>
  );
}

type SessionPageProps = {
  cohort: CohortBoard;
  session: SessionDetail;
  venues: readonly VenueRow[];
  materials: readonly SessionMaterialRow[];
  /** Participants who have to be elsewhere at the time. */
  clashes: readonly ParticipantClash[];
  now: Date;
};

/** One session: its state, what can be done with it, and its form. */
export function SessionPage({ cohort, session, venues, materials, clashes, now }: SessionPageProps) {
  const t = useTranslations("cohorts");
  const editable = decideEditingSession(session.cohortState, session.state).ok;
  return (
    <Section title={session.theme} lead={<SessionWhen session={session} />}>
      <div>
        <SessionStateTag state={session.state} />
      </div>
      <Clashes clashes={clashes} />
      {editable ? (
        <>
          <StateActions session={session} now={now} />
          <EditSessionForm cohort={cohort} venues={venues} session={session} />
        </>
      ) : (
        <Callout title={t("session.over")}>{t("session.overLead")}</Callout>
      )}
      <SessionMaterials
        sessionId={session.id}
        materials={materials}
        editable={decideHandingOut(session.cohortState, session.state).ok}
      />
    </Section>
  );
}
