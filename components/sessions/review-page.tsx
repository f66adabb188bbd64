import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { daySpanText } from "@/components/cohorts/day-text";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { DOT, formatTimeRange, formatWeekdayDate } from "@/lib/i18n/format";
import { type PlanState, planAddress } from "@/lib/sessions/plan-schema";
import type { MovePreview, PreviewedMove } from "@/lib/sessions/queries/preview-moves";
import { withMove } from "@/lib/sessions/rules/move-token";
import { Clashes } from "./clashes";
import { MoveForm } from "./move-review";
import { wallSpan } from "./wall-span";

type ReviewProps = {
  preview: MovePreview;
  /** Why a move cannot be, in words, by session. */
  reasons: ReadonlyMap<string, string>;
  state: PlanState;
};

function useSpan() {
  const locale = useLocale();
  return ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, zone: string) =>
    `${formatWeekdayDate(startsAt, locale, zone)}, ${formatTimeRange(startsAt, endsAt, locale, zone)}`;
}

/** Times that are free, each a link that takes it. */
function FreeTimes({ move, state }: { move: PreviewedMove; state: PlanState }) {
  const t = useTranslations("planning");
  const locale = useLocale();
  if (move.free.length === 0) return null;
  return (
    <div>
      <p className="text-sm font-medium">{t("review.free")}</p>
      <ul className="flex flex-wrap gap-2 pt-1">
        {move.free.map((free) => (
          <li key={`${free.day} ${free.from}`}>
            <LinkButton
              tone="secondary"
              size="small"
              href={planAddress(
                state,
                { moves: withMove(state.moves, { ...free, sessionId: move.sessionId }) },
                "/staff/plan/review",
              )}
            >
              {`${formatWeekdayDate(new Date(`${free.day}T12:00:00Z`), locale, "UTC")}, ${wallSpan(free.from, free.to, locale)}`}
            </LinkButton>
          </li>
        ))}
      </ul>
    </div>
  );
}

function MoveRow({
  move,
  reason,
  state,
}: {
  move: PreviewedMove;
  reason: string | undefined;
  state: PlanState;
}) {
  const t = useTranslations("planning");
  const locale = useLocale();
  const span = useSpan();
  return (
    <li className="grid gap-2 py-4">
      <p>
        <Link href={`/staff/cohorts/${move.cohortId}/sessions/${move.sessionId}`} className="font-medium">
          {move.theme}
        </Link>
        <span className="text-muted">{`${DOT}${move.cohort}`}</span>
      </p>
      <dl className="grid gap-x-4 sm:grid-cols-[5rem_1fr]">
        <dt className="text-muted">{t("review.before")}</dt>
        <dd>{span(move.before, move.timeZone)}</dd>
        <dt className="text-muted">{t("review.after")}</dt>
        <dd className="font-medium">
          {move.after
            ? span(move.after, move.timeZone)
            : `${formatWeekdayDate(new Date(`${move.day}T12:00:00Z`), locale, "UTC")}, ${wallSpan(move.from, move.to, locale)}`}
        </dd>
      </dl>
      {move.holiday ? (
        <p className="flex items-center gap-2 font-medium text-warning">
          <Icon name="alert" />
          {t("review.onHoliday", { name: t(`holiday.${move.holiday}`) })}
        </p>
      ) : null}
      {move.outside ? (
        <p className="flex items-center gap-2 font-medium text-warning">
          <Icon name="alert" />
          {t("review.outside", { days: daySpanText(move.outside.startsOn, move.outside.endsOn, locale) })}
        </p>
      ) : null}
      {reason ? (
        <Callout tone="danger" title={t("review.cannot")}>
          {reason}
        </Callout>
      ) : null}
      <FreeTimes move={move} state={state} />
      <Clashes clashes={move.clashes} />
    </li>
  );
}

function Told({ preview }: { preview: MovePreview }) {
  const t = useTranslations("planning");
  const teachers = preview.told.filter(({ teaches }) => teaches);
  const participants = preview.told.filter(({ teaches }) => !teaches);
  return (
    <Section title={t("review.told")} lead={t("review.toldLead")}>
      {preview.told.length === 0 ? (
        <p>{t("review.nobody")}</p>
      ) : (
        <>
          <p>{t("review.toldCount", { participants: participants.length, teachers: teachers.length })}</p>
          <details>
            <summary className="inline-flex min-h-9 items-center text-accent underline underline-offset-2">
              {t("review.names")}
            </summary>
            <ul className="grid gap-x-6 gap-y-1 pt-2 sm:grid-cols-2">
              {preview.told.map(({ name, teaches, kinds }) => (
                <li key={name}>
                  {t("review.person", { name, role: teaches ? "teaches" : "takesPart", count: kinds.length })}
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
    </Section>
  );
}

/** Saving the moves, where nothing stands in the way. */
function Submit({ preview, back }: { preview: MovePreview; back: string }) {
  const t = useTranslations("planning");
  const possible = preview.moves.every(({ refusal }) => refusal === null);
  return (
    <div className="pt-8">
      {possible ? (
        <MoveForm
          label={t("review.submit", { count: preview.moves.length })}
          moves={preview.moves.map(({ sessionId, version, day, from, to }) => ({
            sessionId,
            version,
            day,
            from,
            to,
          }))}
        >
          <LinkButton href={back} tone="quiet">
            {t("review.back")}
          </LinkButton>
        </MoveForm>
      ) : (
        <Callout
          tone="warning"
          title={t("review.blocked")}
          actions={<LinkButton href={back}>{t("review.back")}</LinkButton>}
        >
          {t("review.blockedLead")}
        </Callout>
      )}
    </div>
  );
}

/** What the moves would mean: what stands in the way, who would be told; and saving them. */
export function ReviewPage({ preview, reasons, state }: ReviewProps) {
  const t = useTranslations("planning");
  const back = planAddress(state);
  return (
    <>
      <PageHeader
        crumbs={[{ label: t("title"), href: back }]}
        title={t("review.title")}
        lead={t("review.lead")}
      />
      {preview.moves.length === 0 ? (
        <EmptyState
          icon="calendar"
          title={t("review.none")}
          actions={<LinkButton href={back}>{t("review.back")}</LinkButton>}
        >
          {t("review.noneLead")}
        </EmptyState>
      ) : (
        <>
          <Section title={t("review.moves", { count: preview.moves.length })}>
            <ul className="divide-y divide-line border-y border-line">
              {preview.moves.map((move) => (
                <MoveRow
                  key={move.sessionId}
                  move={move}
                  reason={reasons.get(move.sessionId)}
                  state={state}
                />
              ))}
            </ul>
          </Section>
          <Told preview={preview} />
          <Submit preview={preview} back={back} />
        </>
      )}
    </>
  );
}
