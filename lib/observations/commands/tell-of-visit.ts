import "server-only";
import type { Work } from "@/lib/auth/work";
import type { Locale } from "@/lib/db/generated/enums";

type Named = {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly locale: Locale;
};

/** A visit as a mail tells of it. */
export type ToldVisit = {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly place: string;
  readonly icalUid: string;
  /** As it is after the change (RFC 5545). */
  readonly sequence: number;
  readonly participant: Named;
  readonly assessor: { readonly name: string };
};

/**
 * What happened to a visit: booked (by somebody else `insteadOf` whom the participant knows of), moved from another time, or cancelled, for
 * a reason or because the participant left the cohort.
 */
export type VisitNews =
  | { readonly kind: "booked"; readonly insteadOf?: string }
  | { readonly kind: "moved"; readonly previousStartsAt: Date }
  | { readonly kind: "cancelled"; readonly reason: string; readonly left: boolean };

/** Tells the participant of their visit by mail, or an `assessor` who makes it or comes along where one is given. Who has no address any more (an erased person) is told nothing. */
export async function tellOfVisit(
  work: Work,
  visit: ToldVisit,
  news: VisitNews,
  assessor: Named | null = null,
): Promise<void> {
  const { id: personId, email, name, locale } = assessor ?? visit.participant;
  if (email === null) return;
  const to = { email, name, locale };
  const params = {
    visitId: visit.id,
    personId,
    uid: visit.icalUid,
    sequence: visit.sequence,
    audience: assessor ? "assessor" : "participant",
    participant: visit.participant.name,
    assessor: visit.assessor.name,
    startsAt: visit.startsAt.toISOString(),
    endsAt: visit.endsAt.toISOString(),
    zone: visit.timeZone,
    place: visit.place,
    path: assessor ? `/assess/visits/${visit.id}` : `/my/visits/${visit.id}`,
  } as const;
  if (news.kind === "booked")
    await work.mail({
      template: "visit-booked",
      to,
      params: { ...params, ...(news.insteadOf && { insteadOf: news.insteadOf }) },
    });
  else if (news.kind === "moved") {
    const previousStartsAt = news.previousStartsAt.toISOString();
    await work.mail({ template: "visit-moved", to, params: { ...params, previousStartsAt } });
  } else {
    await work.mail({
      template: "visit-cancelled",
      to,
      params: { ...params, reason: news.reason, left: news.left },
    });
  }
}
