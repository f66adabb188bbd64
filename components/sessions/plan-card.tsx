import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { dayOf, wallTimeOf } from "@/lib/core/dates";
import { formatTimeRange } from "@/lib/i18n/format";
import type { PlanSession } from "@/lib/sessions/facts/load-plan";
import { type PlanState, planAddress } from "@/lib/sessions/plan-schema";
import type { PendingMove } from "@/lib/sessions/rules/move-token";

/** A session where it is shown: on its own day, or on the one it is meant to move to. */
export type Placed = {
  readonly session: PlanSession;
  readonly day: string;
  readonly move: PendingMove | null;
};

/** Sessions by the day they are shown on, those that are meant to move on their new day; in order of time. */
export function placeByDay(
  sessions: readonly PlanSession[],
  moves: readonly PendingMove[],
): Map<string, Placed[]> {
  const placed = sessions.map((session): Placed => {
    const move = moves.find(({ sessionId }) => sessionId === session.id) ?? null;
    return { session, move, day: move?.day ?? dayOf(session.startsAt, session.timeZone) };
  });
  const from = ({ session, move }: Placed) =>
    move?.from ?? wallTimeOf(session.startsAt, session.timeZone).slice(11);
  return Map.groupBy(
    placed.sort((a, b) => from(a).localeCompare(from(b))),
    ({ day }) => day,
  );
}

/** What the browser needs to know of a session that is dragged; nothing for one that stays. */
export function dragData({ session, move, day }: Placed): Record<string, string | boolean> {
  if (session.state !== "planned" && session.state !== "confirmed") return {};
  const [from, to] = [session.startsAt, session.endsAt].map((at) =>
    wallTimeOf(at, session.timeZone).slice(11),
  );
  return {
    draggable: true,
    "data-session": session.id,
    "data-day": day,
    "data-from": move?.from ?? from ?? "",
    "data-to": move?.to ?? to ?? "",
  };
}

function MoveLink({ placed, state }: { placed: Placed; state: PlanState }) {
  const t = useTranslations("planning");
  if (placed.session.state !== "planned" && placed.session.state !== "confirmed") return null;
  return (
    <Link
      href={`${planAddress(state, { moving: placed.session.id })}#move`}
      className="inline-flex min-h-6 items-center text-sm"
      aria-label={t("move.openFor", { theme: placed.session.theme })}
    >
      {t("move.open")}
    </Link>
  );
}

/** A session as the week shows it, with everything one plans by; `compact` for the month. */
export function PlanCard({
  placed,
  state,
  compact,
}: {
  placed: Placed;
  state: PlanState;
  compact?: boolean;
}) {
  const t = useTranslations("planning");
  const locale = useLocale();
  const { session, move } = placed;
  const time = move
    ? `${move.from}–${move.to}`
    : formatTimeRange(session.startsAt, session.endsAt, locale, session.timeZone);
  return (
    <li
      {...dragData(placed)}
      className={classNames(
        "grid gap-0.5 rounded border-s-3 bg-surface p-2 text-sm shadow-raised",
        session.concerns.length > 0
          ? "border-warning"
          : session.state === "held"
            ? "border-line-strong"
            : "border-accent",
        move ? "outline-2 outline-dashed outline-accent" : "",
        session.state === "held" ? "" : "cursor-grab",
      )}
    >
      <p className="text-muted tabular-nums">{time}</p>
      <Link
        href={`/staff/cohorts/${session.cohortId}/sessions/${session.id}`}
        draggable={false}
        className={classNames("font-medium wrap-anywhere hyphens-auto", compact ? "line-clamp-2" : "")}
      >
        {session.theme}
      </Link>
      <p className="wrap-anywhere text-muted">{session.cohort}</p>
      {compact ? null : (
        <p className="wrap-anywhere text-muted">
          {[
            session.where || (session.link ? t("online") : ""),
            session.facilitators.map(({ name }) => name).join(", "),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      )}
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
