import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleApplications } from "@/lib/auth/scope";
import { civilDay } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import { namesSelect } from "@/lib/organisations/facts/names";
import { nameAt } from "@/lib/organisations/rules/name-at";
import { answersSelect, asAnswers } from "../facts/read-answers";
import { writtenSelect } from "../facts/written";
import { decideAdmission, decideDeclining, decideTakingUp } from "../rules/review";

export type CohortApplication = NonNullable<Awaited<ReturnType<typeof getCohortApplication>>>;

function readApplication(acting: Acting, cohortId: string, id: string) {
  return database().application.findFirst({
    where: { AND: [{ id, cohortId, state: { not: "draft" } }, visibleApplications(acting)] },
    select: {
      id: true,
      version: true,
      state: true,
      submittedAt: true,
      decidedAt: true,
      decisionReason: true,
      ...writtenSelect,
      organisationId: true,
      trackId: true,
      personId: true,
      person: { select: { name: true, email: true, phone: true } },
      decidedBy: { select: { name: true } },
      track: { select: { name: true } },
      organisation: {
        select: { names: namesSelect },
      },
      managerApproval: {
        select: {
          managerName: true,
          askedAt: true,
          expiresAt: true,
          answeredAt: true,
          approved: true,
          comment: true,
          remindedAt: true,
          answeredBy: true,
        },
      },
      forwards: {
        orderBy: { forwardedAt: "asc" },
        select: { id: true, fromName: true, toName: true, note: true, forwardedAt: true },
      },
      notes: {
        orderBy: { createdAt: "asc" },
        select: { id: true, text: true, createdAt: true, author: { select: { name: true } } },
      },
      answers: answersSelect,
      waitlistEntry: { select: { state: true, position: true, offerExpiresAt: true } },
      enrolment: { select: { id: true, state: true, seat: { select: { number: true } } } },
      cohort: { select: { state: true, timeZone: true, admissionCriteria: true } },
    },
  });
}

/** One application as the provider's staff read it, and what they may do with it; null where it is not on a cohort of theirs. */
export async function getCohortApplication(acting: Acting, cohortId: string, id: string, now: Date) {
  const found = await readApplication(acting, cohortId, id);
  if (!found) return null;
  const {
    person,
    decidedBy,
    track,
    organisation,
    managerApproval,
    waitlistEntry,
    cohort,
    personId,
    notes,
    answers,
    ...rest
  } = found;
  const facts = {
    state: rest.state,
    cohortState: cohort.state,
    waitlistState: waitlistEntry?.state ?? null,
  };
  const own = personId === acting.personId;
  const today = civilDay(now);
  return {
    ...rest,
    ...person,
    own,
    decidedBy: decidedBy?.name ?? null,
    trackName: track?.name ?? "",
    organisation: (organisation && nameAt(organisation.names, today)?.name) ?? rest.organisationOther,
    approval: managerApproval,
    queue: waitlistEntry,
    criteria: cohort.admissionCriteria,
    notes: notes.map(({ author, ...note }) => ({ ...note, author: author.name })),
    answers: asAnswers(answers),
    timeZone: cohort.timeZone,
    mayTakeUp: !own && decideTakingUp(rest.state).ok,
    mayAdmit: !own && decideAdmission(facts).ok,
    mayDecline: !own && decideDeclining(facts, "?").ok,
  };
}
