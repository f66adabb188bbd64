import "server-only";
import type { Work } from "@/lib/auth/work";
import { lockRow } from "@/lib/db/lock-row";
import { recipientOf } from "@/lib/mail/recipient-of";
import type { SessionNews } from "@/lib/mail/session-mails";
import { obligationsSelect } from "@/lib/sessions/facts/obligations";
import { type ObligationRow, obligationFor } from "@/lib/sessions/rules/obligations";
import { whereabouts } from "@/lib/sessions/rules/whereabouts";
import { dueNotice, type Notice } from "../rules/notices";

const noticeSelect = {
  id: true,
  state: true,
  trackId: true,
  participantRole: true,
  personId: true,
  cohortId: true,
  person: { select: { name: true, email: true, locale: true } },
  notice: { select: { invitedAt: true, endedAt: true } },
  cohort: { select: { name: true, state: true } },
} as const;

/** The enrolments whose notice is due or has to be closed, oldest first, at most `most`. */
export async function findDueNotices(work: Work, most: number): Promise<string[]> {
  const rows = await work.tx.$queryRaw<{ id: string }[]>`
    SELECT e.id FROM enrolment e
    JOIN cohort c ON c.id = e.cohort_id
    LEFT JOIN enrolment_notice n ON n.enrolment_id = e.id
    WHERE (e.state IN ('reserved', 'active') AND n.invited_at IS NULL AND c.state IN ('open', 'closed', 'running'))
       OR (e.state IN ('withdrawn', 'substituted', 'transferred') AND n.ended_at IS NULL)
    ORDER BY e.id LIMIT ${most}`;
  return rows.map(({ id }) => id);
}

type Row = {
  readonly cohortId: string;
  readonly trackId: string | null;
  readonly participantRole: Parameters<typeof obligationFor>[1]["participantRole"];
  readonly cohort: { readonly name: string };
};

/** The sessions to come that concern somebody, each as they are told of it. */
async function newsFor(work: Work, row: Row, kind: "added" | "cancelled"): Promise<SessionNews[]> {
  const sessions = await work.tx.session.findMany({
    where: { cohortId: row.cohortId, state: { in: ["planned", "confirmed"] }, startsAt: { gt: work.now } },
    include: {
      room: { select: { name: true, venue: { select: { name: true, address: true, city: true } } } },
      obligations: obligationsSelect,
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  const concerns = (obligations: readonly ObligationRow[]) =>
    obligationFor(obligations, row) !== "not_expected";
  return sessions
    .filter((session) => concerns(session.obligations))
    .map((session) => ({
      kind,
      sessionId: session.id,
      uid: session.icalUid,
      sequence: session.sequence,
      cohort: row.cohort.name,
      theme: session.theme,
      startsAt: session.startsAt.toISOString(),
      endsAt: session.endsAt.toISOString(),
      previousStartsAt: "",
      previousEndsAt: "",
      zone: session.timeZone,
      place: whereabouts(session),
      link: session.link ?? "",
    }));
}

/**
 * The same sessions as somebody is told that they are off them. SEQUENCE rises, so that the cancellation stands above the invitation that
 * they have (RFC 5546 3.2.5), and a later invitation above it. Nobody else is told: for them nothing changes, and their answers stay.
 */
async function withdrawnFor(work: Work, row: Row): Promise<SessionNews[]> {
  // As everybody who changes sessions: the cohort before them.
  await lockRow(work.tx, "cohort", row.cohortId);
  const there = await newsFor(work, row, "cancelled");
  for (const { sessionId } of there)
    await work.tx.session.update({ where: { id: sessionId }, data: { sequence: { increment: 1 } } });
  return there.map((news) => ({ ...news, sequence: news.sequence + 1 }));
}

/**
 * Sends somebody the sessions of the cohort they have come to, as invitations, or takes them back when they are off it; one mail, once:
 * the enrolment's notice is written in the same transaction, under its row's lock. Returns what was due.
 */
export async function sendNotice(work: Work, enrolmentId: string): Promise<Notice> {
  // The notice's row is what two runs at the same time queue up for.
  await work.tx.enrolmentNotice.createMany({ data: [{ enrolmentId }], skipDuplicates: true });
  await work.tx
    .$queryRaw`SELECT 1 FROM enrolment_notice WHERE enrolment_id = ${enrolmentId}::uuid FOR UPDATE`;
  const row = await work.tx.enrolment.findUnique({ where: { id: enrolmentId }, select: noticeSelect });
  if (!row) return "none";
  const { state: enrolment, cohort, notice, personId } = row;
  const due = dueNotice({
    enrolment,
    cohort: cohort.state,
    invited: Boolean(notice?.invitedAt),
    ended: Boolean(notice?.endedAt),
  });
  if (due === "none") return due;
  const column = due === "invite" ? { invitedAt: work.now } : { endedAt: work.now };
  await work.tx.enrolmentNotice.update({ where: { enrolmentId }, data: column });
  const to = recipientOf(row.person);
  if (due === "close" || !to) return due;
  const changes = due === "invite" ? await newsFor(work, row, "added") : await withdrawnFor(work, row);
  if (changes.length === 0) return due;
  const params = { cohort: cohort.name, changes, personId, path: "/my/calendar" };
  await work.mail(
    due === "invite"
      ? { template: "sessions-invited", to, params }
      : { template: "sessions-withdrawn", to, params },
  );
  await work.audit({
    stream: `cohort:${row.cohortId}`,
    action: due === "invite" ? "invitation.sent" : "invitation.withdrawn",
    entity: "enrolment",
    entityId: enrolmentId,
    detail: { sessions: changes.length },
  });
  return due;
}
