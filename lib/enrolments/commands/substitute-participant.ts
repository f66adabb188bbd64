import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError } from "@/lib/core/decision";
import {
  addNamedPerson,
  affiliateNamedPerson,
  type FoundPerson,
  findPeopleByEmail,
  type NamedPerson,
} from "@/lib/people/commands/find-or-add-person";
import { decideSubstituting } from "../rules/handing-over";
import { UNDER_WAY_OR_COMPLETED } from "../rules/transitions";
import type { LoadedEnrolment } from "./load-enrolment";
import { tellPlaceChanged } from "./tell-place-changed";
import { endEnrolment, writeSuccessor } from "./write-successor";

/** Who is to take over, and as what they work. */
export type Substitute = NamedPerson & { readonly title: string };

const ENDED = ["declined", "withdrawn", "manager_declined", "admitted"] as const;

/** What stands in the way of somebody who is known here already. */
async function standingOf(work: Work, cohortId: string, person: FoundPerson | null) {
  if (!person) return { alreadyEnrolled: false, hasOpenApplication: false, teachesHere: false };
  const here = { cohortId, personId: person.id };
  const [live, open, teaching] = await Promise.all([
    work.tx.enrolment.count({
      where: { ...here, state: { in: [...UNDER_WAY_OR_COMPLETED] } },
    }),
    work.tx.application.count({ where: { ...here, state: { notIn: [...ENDED] } } }),
    work.tx.cohortFacilitator.count({ where: here }),
  ]);
  return { alreadyEnrolled: live > 0, hasOpenApplication: open > 0, teachesHere: teaching > 0 };
}

/**
 * Lets somebody else from the same organisation take over a participant's seat, and the bill for it; attendance and observations stay
 * with whoever made them. Both are told. Returns the new enrolment's id. Refused as `enrolment.…`.
 */
export async function substituteParticipant(
  work: Work,
  enrolment: LoadedEnrolment,
  substitute: Substitute,
  reason: string,
): Promise<string> {
  const { cohortId, cohort, organisationId } = enrolment;
  const [known] = await findPeopleByEmail(work, [substitute.email]);
  insist(
    decideSubstituting({
      state: enrolment.state,
      cohortState: cohort.state,
      organisationId,
      isSamePerson: known?.id === enrolment.personId,
      worksAt: known?.worksAt ?? [],
      ...(await standingOf(work, cohortId, known ?? null)),
    }),
  );
  if (organisationId === null) throw new RefusalError({ code: "enrolment.substituteNoOrganisation" });
  const at = { organisationId, title: substitute.title, locale: enrolment.person.locale };
  const person = known ?? (await addNamedPerson(work, substitute, at));
  await affiliateNamedPerson(work, person, at);
  const caseEnded = await endEnrolment(work, enrolment, "substituted", reason);
  const id = await writeSuccessor(work, enrolment, {
    kind: "substitute",
    personId: person.id,
    cohortId,
    state: cohort.state === "running" ? "active" : "reserved",
    title: substitute.title,
    trackId: enrolment.trackId,
  });
  await work.tx.seat.updateMany({ where: { enrolmentId: enrolment.id }, data: { enrolmentId: id } });
  await work.audit({
    stream: `cohort:${cohortId}`,
    action: "enrolment.substituted",
    entity: "enrolment",
    entityId: enrolment.id,
    detail: { from: enrolment.state, by: id },
  });
  await tellPlaceChanged(work, enrolment.person, cohort, "substituted", {
    with: person.name,
    reason,
    caseEnded,
  });
  await tellPlaceChanged(work, person, cohort, "substitute", { with: enrolment.person.name });
  return id;
}
