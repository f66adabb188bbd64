import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleCohorts } from "@/lib/auth/scope";
import { decideEditing } from "@/lib/cohorts/rules/planning";
import { database } from "@/lib/db/client";
import type { ParticipantRole } from "@/lib/db/generated/enums";
import { capacitySelect } from "../facts/cohort-capacity";
import { asKeptSeat, keptAt, keptSeatsSelect } from "../facts/kept-seats";
import { isFilling } from "../rules/capacity";
import { SEATED } from "../rules/transitions";

export type CohortSeats = NonNullable<Awaited<ReturnType<typeof getCohortSeats>>>;

function readCohort(acting: Acting, cohortId: string) {
  return database().cohort.findFirst({
    where: { AND: [{ id: cohortId }, visibleCohorts(acting)] },
    select: {
      id: true,
      name: true,
      state: true,
      capacity: true,
      timeZone: true,
      offerHours: true,
      startsOn: true,
      applicationDeadline: true,
      programmeVersion: { select: { title: true } },
      agreement: { select: { roleTargets: { select: { participantRole: true, number: true } } } },
      seats: { select: { number: true, waitlistEntryId: true } },
      keptSeats: keptSeatsSelect,
      waitlist: capacitySelect.waitlist,
      _count: { select: { waitlist: { where: { state: "waiting" } } } },
    },
  });
}

/** How full a cohort is, and its mix of roles against what its agreement promises; null where the acting person has no such cohort. */
export async function getCohortSeats(acting: Acting, cohortId: string, now: Date) {
  const [cohort, roles] = await Promise.all([
    readCohort(acting, cohortId),
    database().enrolment.groupBy({
      by: ["participantRole"],
      where: { cohortId, cohort: visibleCohorts(acting), state: { in: [...SEATED] } },
      _count: true,
    }),
  ]);
  if (!cohort) return null;
  const { seats, keptSeats, waitlist, programmeVersion, agreement, _count, ...facts } = cohort;
  const targets = new Map(agreement?.roleTargets.map((each) => [each.participantRole, each.number]));
  const enrolled = new Map(roles.map((role) => [role.participantRole, role._count]));
  const present: ParticipantRole[] = [...new Set([...targets.keys(), ...enrolled.keys()])];
  const offered = seats.filter((seat) => seat.waitlistEntryId !== null).length;
  return {
    ...facts,
    programme: programmeVersion.title,
    taken: seats.length - offered,
    offered,
    // Null where the cohort is over: nobody will have what is left.
    free: decideEditing(facts.state).ok ? Math.max(0, facts.capacity - seats.length) : null,
    waiting: _count.waitlist,
    takenSeats: seats.map((seat) => seat.number),
    keptSeats: keptAt(keptSeats, now).map(asKeptSeat),
    waitingFrom: waitlist.map((entry) => entry.application),
    isFilling: isFilling(facts.state),
    roles: present
      .map((role) => ({ role, enrolled: enrolled.get(role) ?? 0, target: targets.get(role) ?? null }))
      .sort((a, b) => b.enrolled - a.enrolled),
  };
}
