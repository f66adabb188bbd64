import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { dayOf, wallTimeOf } from "@/lib/core/dates";
import { DOT, formatTimeRange } from "@/lib/i18n/format";
import type { PlanSession } from "@/lib/sessions/facts/load-plan";
import { type PlanState, planAddress } from "@/lib/sessions/plan-schema";
import type { PendingMove } from "@/lib/sessions/rules/move-token";
import { wallSpan } from "./wall-span";

/** A session where it is shown: at its own time, or at the one it is meant to move to. Wall times in its own zone. */
export type Placed = {
  readonly session: PlanSession;
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly move: PendingMove | null;
};

function place(session: PlanSession, moves: readonly PendingMove[]): Placed {
  const move = moves.find(({ sessionId }) => sessionId === session.id) ?? null;
  const [starts, ends] = [session.startsAt, session.endsAt].map((at) => wallTimeOf(at, session.timeZone));
  return {
    session,
    move,
    day: move?.day ?? dayOf(session.startsAt, session.timeZone),
    from: move?.from ?? starts?.slice(11) ?? "",
    to: move?.to ?? ends?.slice(11) ?? "",
  };
}

/** Sessions by the day they are shown on, those that are meant to move on their new day; in order of time. */
export function placeByDay(
  sessions: readonly PlanSession[],
  moves: readonly PendingMove[],
): Map<string, Placed[]> {
  return Map.groupBy(
    sessions.map((session) => place(session, moves)).sort((a, b) => a.from.localeCompare(b.from)),
    ({ day }) => day,
  );
}

const isMovable = ({ session }: Placed) => session.state === "planned" || session.state === "confirmed";

/** What the browser needs to know of a session that is dragged; nothing for one that stays. */
export function dragData(placed: Placed): Record<string, string> {
  if (!isMovable(placed)) return {};
  const { session, day, from, to } = placed;
  return { "data-session": session.id, "data-day": day, "data-from": from, "data-to": to };
}

function MoveLink({ placed, state }: { placed: Placed; state: PlanState }) {
  const t = useTranslations("planning");
  if (!isMovable(placed)) return null;
  return (
    <Link
      href={`${planAddress(state, { moving: placed.session.id })}#move`}
      draggable={false}
      className="inline-flex min-h-6 items-center text-sm"
      aria-label={t("move.openFor", { theme: placed.session.theme })}
    >
      {t("move.open")}
    </Link>
  );
}

/** Where it is and who teaches it. */
function Means({ session }: { session: PlanSession }) {
  const t = useTranslations("planning");
  const where = session.where || (session.link ? t("online") : "");
  const who = session.facilitators.map(({ name }) => name).join(", ");
  return <p className="wrap-anywhere text-muted">{[where, who].filter(Boolean).join(DOT)}</p>;
}

type PlanCardProps = {
  placed: Placed;
  state: PlanState;
  /** In the week's grid of hours, there beside another, or in a day of the month. */
  look: "slot" | "narrow" | "compact";
  /** Where it stands in the grid. */
  style?: CSSProperties;
};

/** A session as the week and the month show it. */
export function PlanCard({ placed, state, look, style }: PlanCardProps) {
  const t = useTranslations("planning");
  const locale = useLocale();
  const { session, move } = placed;
  const time = move
    ? wallSpan(move.from, move.to, locale)
    : formatTimeRange(session.startsAt, session.endsAt, locale, session.timeZone);
  const held = session.state === "held";
  return (
    <li
      {...dragData(placed)}
      style={style}
      className={classNames(
        "grid content-start gap-0.5 rounded border-s-3 bg-surface p-2 text-sm shadow-raised",
        look === "compact" ? "" : "plan-slot",
        look === "narrow" ? "md:p-1 md:text-xs" : "",
        session.concerns.length > 0 ? "border-warning" : held ? "border-line-strong" : "border-accent",
        move ? "outline-2 -outline-offset-2 outline-dashed outline-accent" : "",
        isMovable(placed) ? "cursor-grab select-none" : "",
      )}
    >
      <p className="text-muted tabular-nums">{time}</p>
      <Link
        href={`/staff/cohorts/${session.cohortId}/sessions/${session.id}`}
        draggable={false}
        className={classNames(
          "font-medium wrap-anywhere hyphens-auto",
          look === "compact" ? "line-clamp-2" : "",
        )}
      >
        {session.theme}
      </Link>
      <p className="wrap-anywhere hyphens-auto text-muted">{session.cohort}</p>
      {look !== "compact" ? <Means session={session} /> : null}
      {session.concerns.map((concern) => (
        <p key={concern} className="flex items-start gap-1 font-medium text-warning">
          <Icon name="alert" className="mt-0.5 size-4" />
          {t(`concern.${concern}`)}
        </p>
      ))}
      {move ? <p className="font-medium text-accent">{t("move.pending")}</p> : null}
      <MoveLink placed={placed} state={state} />
    </li>
  );
}
