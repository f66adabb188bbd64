import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DateField } from "@/components/ui/date-field";
import { LinkButton } from "@/components/ui/link-button";
import { Card } from "@/components/ui/section";
import { TimeField } from "@/components/ui/time-field";
import { wallTimeOf } from "@/lib/core/dates";
import { formatWeekdayDate } from "@/lib/i18n/format";
import type { PlanSession } from "@/lib/sessions/facts/load-plan";
import { type PlanState, planAddress } from "@/lib/sessions/plan-schema";
import { moveToken } from "@/lib/sessions/rules/move-token";
import { wallSpan } from "./wall-span";

type TrayProps = { sessions: readonly PlanSession[]; state: PlanState };

/** The moves that are meant and not saved, with the way on to what they would mean. */
export function PlanTray({ sessions, state }: TrayProps) {
  const t = useTranslations("planning");
  const locale = useLocale();
  if (state.moves.length === 0) return null;
  const themes = new Map(sessions.map(({ id, theme }) => [id, theme]));
  return (
    <Callout
      className="mb-6"
      icon="calendar"
      title={t("tray.title", { count: state.moves.length })}
      actions={
        <>
          <LinkButton href={planAddress(state, { moving: "" }, "/staff/plan/review")} size="small">
            {t("tray.review")}
          </LinkButton>
          <LinkButton
            href={planAddress(state, { moves: [], moving: "" })}
            tone="quiet"
            size="small"
            icon="undo"
          >
            {t("tray.dropAll")}
          </LinkButton>
        </>
      }
    >
      <ul className="grid gap-1">
        {state.moves.map((move) => (
          <li key={move.sessionId} className="flex flex-wrap gap-x-3">
            <span>
              {t("tray.move", {
                theme: themes.get(move.sessionId) ?? "",
                day: formatWeekdayDate(new Date(`${move.day}T12:00:00Z`), locale, "UTC"),
                span: wallSpan(move.from, move.to, locale),
              })}
            </span>
            <Link
              href={planAddress(state, { moves: state.moves.filter((other) => other !== move) })}
              aria-label={t("tray.dropOne", { theme: themes.get(move.sessionId) ?? "" })}
            >
              {t("tray.drop")}
            </Link>
          </li>
        ))}
      </ul>
    </Callout>
  );
}

/** The form for another time of one session: dragging's equal for the keyboard, and the only way to another hour. */
export function MovePanel({ sessions, state, unreadable }: TrayProps & { unreadable: boolean }) {
  const t = useTranslations("planning");
  const session = sessions.find(({ id }) => id === state.moving);
  if (!session) return null;
  const move = state.moves.find(({ sessionId }) => sessionId === session.id);
  const starts = wallTimeOf(session.startsAt, session.timeZone);
  const ends = wallTimeOf(session.endsAt, session.timeZone);
  const { view, day, cohort, facilitator, room } = state;
  return (
    <Card className="mb-6">
      <section id="move" aria-labelledby="move-title" className="scroll-mt-24">
        <h2 id="move-title" className="text-lg">
          {t("move.title", { theme: session.theme, cohort: session.cohort })}
        </h2>
        <form action="/staff/plan" method="get" className="grid gap-5 pt-4">
          {Object.entries({ view, day, cohort, facilitator, room, session: session.id }).map(
            ([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ),
          )}
          {state.moves.map((other) => (
            <input key={other.sessionId} type="hidden" name="move" value={moveToken(other)} />
          ))}
          {unreadable ? (
            <p role="alert" className="font-medium text-danger">
              {t("move.unreadable")}
            </p>
          ) : null}
          <div className="flex flex-wrap items-start gap-6">
            <DateField name="toDay" label={t("move.day")} defaultValue={move?.day ?? starts.slice(0, 10)} />
            <TimeField name="from" label={t("move.from")} defaultValue={move?.from ?? starts.slice(11)} />
            <TimeField name="to" label={t("move.to")} defaultValue={move?.to ?? ends.slice(11)} />
          </div>
          <div className="flex flex-wrap gap-3">
            <Button type="submit">{t("move.submit")}</Button>
            <LinkButton href={planAddress(state, { moving: "" })} tone="quiet">
              {t("move.cancel")}
            </LinkButton>
            <LinkButton href={`/staff/cohorts/${session.cohortId}/sessions/${session.id}`} tone="quiet">
              {t("move.openSession")}
            </LinkButton>
          </div>
        </form>
      </section>
    </Card>
  );
}
