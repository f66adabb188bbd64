import type { MyApplicationRow } from "@/lib/applications/queries/list-my-applications";
import type { OwnCase } from "@/lib/certification/rules/own-case";
import type { ObservationItem } from "@/lib/observations/queries/list-observations";
import type { VisitItem } from "@/lib/observations/queries/list-visits";
import type { MyProject } from "@/lib/portfolio/queries/list-my-projects";

/** Something that waits for the person themself. */
export type Todo = {
  readonly key: string;
  readonly kind:
    | "answerOffer"
    | "answerHearing"
    | "respondToObservation"
    | "prepareVisit"
    | "proposeProject"
    | "startProject"
    | "finishApplication";
  readonly href: string;
  /** What it is about: a programme, an assessor, a project. */
  readonly about: string;
  /** Until when; null where there is no hurry. */
  readonly due: Date | null;
  readonly timeZone: string;
};

type Sources = {
  readonly applications: readonly MyApplicationRow[];
  readonly cases: readonly OwnCase[];
  readonly observations: readonly ObservationItem[];
  readonly visits: readonly VisitItem[];
  readonly projects: readonly MyProject[];
};

/** What waits for the person, the most urgent first, what has no date last. Each source has said what is asked. */
export function todosOf({ applications, cases, observations, visits, projects }: Sources): Todo[] {
  const todos = [
    ...applications.flatMap(ofApplication),
    ...cases.flatMap(ofCase),
    ...observations.flatMap(ofObservation),
    ...visits.flatMap(ofVisit),
    ...projects.flatMap(ofProject),
  ];
  const rank = ({ due }: Todo) => due?.getTime() ?? Number.POSITIVE_INFINITY;
  return todos.sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}

function ofApplication({ id, state, path, programme, waitlistEntry, cohort }: MyApplicationRow): Todo[] {
  const common = { key: id, href: path, about: programme.title, timeZone: cohort.timeZone };
  if (waitlistEntry?.state === "offered")
    return [{ ...common, kind: "answerOffer", due: waitlistEntry.offerExpiresAt }];
  return state === "draft" ? [{ ...common, kind: "finishApplication", due: null }] : [];
}

function ofCase({ id, mayAnswer, hearing, programme, timeZone }: OwnCase): Todo[] {
  if (!mayAnswer || !hearing) return [];
  const href = "/my/certification";
  return [{ key: id, kind: "answerHearing", href, about: programme, due: hearing.dueAt, timeZone }];
}

function ofObservation({ id, state, assessor, responseDueAt, timeZone }: ObservationItem): Todo[] {
  if (state !== "shared") return [];
  const href = `/my/observations/${id}`;
  return [{ key: id, kind: "respondToObservation", href, about: assessor, due: responseDueAt, timeZone }];
}

function ofVisit({ id, state, prepared, assessor, startsAt, timeZone }: VisitItem): Todo[] {
  if (state !== "booked" || prepared) return [];
  return [
    { key: id, kind: "prepareVisit", href: `/my/visits/${id}`, about: assessor, due: startsAt, timeZone },
  ];
}

function ofProject({ enrolmentId, programme, project }: MyProject): Todo[] {
  const common = { key: enrolmentId, href: `/my/projects/${enrolmentId}`, due: null, timeZone: "UTC" };
  if (!project) return [{ ...common, kind: "proposeProject", about: programme }];
  return project.state === "agreed" ? [{ ...common, kind: "startProject", about: project.title }] : [];
}
