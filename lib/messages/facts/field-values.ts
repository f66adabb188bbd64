import "server-only";
import type { Db, Transaction } from "@/lib/db/client";
import type { Locale } from "@/lib/db/generated/enums";
import { formatDate, formatTimeRange } from "@/lib/i18n/format";
import { whereabouts } from "@/lib/sessions/rules/whereabouts";
import type { FieldValues } from "../rules/fields";

const sessionSelect = {
  id: true,
  theme: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  place: true,
  link: true,
  room: { select: { name: true, venue: { select: { name: true, address: true, city: true } } } },
} as const;

/**
 * What the fields of a message stand for, for somebody reading `locale`: the session is the one it is about, or the cohort's next one.
 * Returns a function of the reader, so that many cost two statements.
 */
export async function fieldValuesOf(
  db: Db | Transaction,
  cohortId: string,
  sessionId: string | null,
  now: Date,
): Promise<{ hasSession: boolean; values: (name: string, locale: Locale) => FieldValues }> {
  const cohort = await db.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: {
      name: true,
      timeZone: true,
      applicationDeadline: true,
      programmeVersion: { select: { title: true } },
    },
  });
  const session = await db.session.findFirst({
    where: sessionId
      ? { id: sessionId, cohortId }
      : { cohortId, state: { in: ["planned", "confirmed"] }, startsAt: { gt: now } },
    orderBy: { startsAt: "asc" },
    select: sessionSelect,
  });
  const publicUrl = process.env.PRAKSIS_URL ?? "";
  return {
    hasSession: session !== null,
    values: (name, locale) => ({
      name,
      cohort: cohort.name,
      programme: cohort.programmeVersion.title,
      deadline: formatDate(cohort.applicationDeadline, locale, cohort.timeZone),
      session: session?.theme ?? "",
      time: session
        ? `${formatDate(session.startsAt, locale, session.timeZone)}, ${formatTimeRange(session.startsAt, session.endsAt, locale, session.timeZone)}`
        : "",
      place: session ? whereabouts(session) || (session.link ?? "") : "",
      link: session?.link ?? `${publicUrl}/my`,
    }),
  };
}
