import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { insist, refuse } from "@/lib/core/decision";
import { decidePeriod, type SaidPeriod } from "../rules/period";

/** Writes down when the acting person cannot; a period that overlaps another of theirs is refused as `unavailability.overlap`. */
export async function sayUnavailable(
  work: Work,
  said: SaidPeriod & { readonly timeZone: string; readonly note: string },
): Promise<void> {
  const personId = personOf(work.acting);
  const { timeZone, note } = said;
  const period = insist(decidePeriod(said, timeZone, work.now));
  const { id } = await work.tx.unavailability.create({
    data: { personId, ...period, timeZone, note, createdAt: work.now },
    select: { id: true },
  });
  await work.audit({
    stream: `person:${personId}`,
    action: "unavailability.said",
    entity: "unavailability",
    entityId: id,
    detail: { startsAt: period.startsAt.toISOString(), endsAt: period.endsAt.toISOString() },
  });
}

/** One of the acting person's own periods; null where there is none. */
export async function loadUnavailability(work: Work, id: string) {
  return work.tx.unavailability.findFirst({
    where: { id, personId: personOf(work.acting) },
    select: { id: true, personId: true },
  });
}

/** Takes a period back. */
export async function takeBack(
  work: Work,
  period: { readonly id: string; readonly personId: string },
): Promise<void> {
  const { count } = await work.tx.unavailability.deleteMany({ where: { id: period.id } });
  if (count === 0) insist(refuse("notFound"));
  await work.audit({
    stream: `person:${period.personId}`,
    action: "unavailability.takenBack",
    entity: "unavailability",
    entityId: period.id,
  });
}
