import "server-only";
import { visibleCohorts } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError } from "@/lib/core/decision";
import { seatForNewcomer } from "../rules/capacity";
import { decideTransferring } from "../rules/handing-over";
import { UNDER_WAY_OR_COMPLETED } from "../rules/transitions";
import type { LoadedEnrolment } from "./load-enrolment";
import { lockCohort } from "./lock-cohort";
import { offerFreeSeats } from "./offer-free-seats";
import { tellPlaceChanged } from "./tell-place-changed";
import { endEnrolment, writeSuccessor } from "./write-successor";

const ENDED = ["declined", "withdrawn", "manager_declined", "admitted"] as const;

function readTarget(work: Work, cohortId: string, personId: string) {
  return work.tx.cohort.findFirst({
    where: { AND: [{ id: cohortId }, visibleCohorts(work.acting)] },
    select: {
      id: true,
      name: true,
      startsOn: true,
      programmeVersion: {
        select: { title: true, programmeId: true, tracks: { select: { id: true, name: true } } },
      },
      enrolments: {
        where: { personId, state: { in: [...UNDER_WAY_OR_COMPLETED] } },
        select: { id: true },
      },
      applications: { where: { personId, state: { notIn: [...ENDED] } }, select: { id: true } },
    },
  });
}

/** The track of the same name on the other cohort, or the only one; null where there is neither. */
function trackThere(
  enrolment: LoadedEnrolment,
  tracks: readonly { readonly id: string; readonly name: string }[],
): string | null {
  const same = tracks.find((each) => each.id === enrolment.trackId || each.name === enrolment.track?.name);
  return same?.id ?? (tracks.length === 1 ? (tracks[0]?.id ?? null) : null);
}

/**
 * Moves a participant to another cohort of the same programme, onto a seat that nobody waits for; the bill follows. Their seat is offered to
 * the queue they leave behind, and they are told. Both cohorts are locked (`loadEnrolmentToMove`). Returns the new enrolment's id.
 */
export async function transferParticipant(
  work: Work,
  enrolment: LoadedEnrolment,
  targetId: string,
  reason: string,
): Promise<string> {
  const target = await readTarget(work, targetId, enrolment.personId);
  if (!target) throw new RefusalError({ code: "notFound" });
  const locked = await lockCohort(work, targetId);
  const trackId = trackThere(enrolment, target.programmeVersion.tracks);
  const who = { organisationId: enrolment.organisationId, trackId };
  const isGuest = enrolment.participantRole === "guest";
  const seat = seatForNewcomer(locked, who);
  insist(
    decideTransferring({
      state: enrolment.state,
      cohortId: enrolment.cohortId,
      programmeId: enrolment.cohort.programmeVersion.programmeId,
      target: {
        cohortId: targetId,
        programmeId: target.programmeVersion.programmeId,
        cohortState: locked.cohortState,
        seat: isGuest ? 0 : seat,
        alreadyEnrolled: target.enrolments.length > 0,
        hasOpenApplication: target.applications.length > 0,
      },
    }),
  );
  await work.tx.seat.deleteMany({ where: { enrolmentId: enrolment.id } });
  const caseEnded = await endEnrolment(work, enrolment, "transferred", reason);
  const id = await writeSuccessor(work, enrolment, {
    kind: "transfer",
    personId: enrolment.personId,
    cohortId: targetId,
    state: "reserved",
    title: enrolment.title,
    trackId,
  });
  if (!isGuest && seat !== null)
    await work.tx.seat.create({ data: { cohortId: targetId, number: seat, enrolmentId: id } });
  const detail = { from: enrolment.id, fromCohort: enrolment.cohortId, to: id, toCohort: targetId };
  for (const [stream, entityId] of [
    [enrolment.cohortId, enrolment.id],
    [targetId, id],
  ])
    await work.audit({
      stream: `cohort:${stream}`,
      action: "enrolment.transferred",
      entity: "enrolment",
      entityId: entityId ?? id,
      detail,
    });
  await tellPlaceChanged(work, enrolment.person, target, "transferred", {
    with: enrolment.cohort.name,
    reason,
    caseEnded,
  });
  await offerFreeSeats(work, enrolment.cohortId);
  return id;
}
