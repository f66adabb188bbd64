import "server-only";
import { type Acting, personOf } from "@/lib/auth/acting";
import { visibleApplications } from "@/lib/auth/scope";
import { civilDay } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import { getQueuePlace } from "@/lib/enrolments/queries/get-queue-place";
import { namesSelect } from "@/lib/organisations/facts/names";
import { nameAt } from "@/lib/organisations/rules/name-at";
import { answersSelect, asAnswers } from "../facts/read-answers";
import { writtenSelect } from "../facts/written";
import { applicationTimeline, nextStep } from "../rules/timeline";

export type MyApplication = NonNullable<Awaited<ReturnType<typeof getMyApplication>>>;

const applicationSelect = {
  id: true,
  state: true,
  submittedAt: true,
  decidedAt: true,
  updatedAt: true,
  decisionReason: true,
  ...writtenSelect,
  track: { select: { name: true } },
  organisation: {
    select: { names: namesSelect },
  },
  managerApproval: {
    select: {
      managerName: true,
      managerEmail: true,
      askedAt: true,
      expiresAt: true,
      answeredAt: true,
      approved: true,
      comment: true,
      answeredBy: true,
    },
  },
  forwards: {
    orderBy: { forwardedAt: "asc" },
    select: { fromName: true, toName: true, forwardedAt: true },
  },
  answers: answersSelect,
  waitlistEntry: {
    select: {
      id: true,
      state: true,
      joinedAt: true,
      offeredAt: true,
      offerExpiresAt: true,
      answeredAt: true,
    },
  },
  enrolment: {
    select: { id: true, state: true, createdAt: true, endedAt: true, endReason: true },
  },
  cohort: {
    select: {
      id: true,
      slug: true,
      name: true,
      city: true,
      state: true,
      startsOn: true,
      endsOn: true,
      timeZone: true,
      programmeVersion: { select: { title: true, programme: { select: { slug: true } } } },
    },
  },
} as const;

function readApplication(acting: Acting, id: string) {
  return database().application.findFirst({
    where: { AND: [{ id, personId: personOf(acting) }, visibleApplications(acting)] },
    select: applicationSelect,
  });
}

/**
 * The acting person's own application with its timeline, what is next, and their place in the queue at `now`; null where it is not
 * theirs.
 */
export async function getMyApplication(acting: Acting, id: string, now: Date) {
  const found = await readApplication(acting, id);
  if (!found) return null;
  const { organisation, managerApproval, waitlistEntry, track, cohort, ...application } = found;
  const facts = { ...application, approval: managerApproval, queue: waitlistEntry };
  const today = civilDay(now);
  const { programmeVersion, ...place } = cohort;
  return {
    ...application,
    approval: managerApproval,
    answers: asAnswers(application.answers),
    organisation: (organisation && nameAt(organisation.names, today)?.name) ?? application.organisationOther,
    trackName: track?.name ?? "",
    programme: { title: programmeVersion.title, slug: programmeVersion.programme.slug },
    cohort: place,
    timeline: applicationTimeline(facts),
    next: nextStep(facts, now),
    queue: waitlistEntry && {
      ...waitlistEntry,
      ...(await getQueuePlace(acting, waitlistEntry.id, now)),
    },
  };
}
