import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, refuse } from "@/lib/core/decision";
import { addSessions } from "@/lib/sessions/commands/add-session";
import { loadCohort } from "../facts/load-cohort";
import { type CopiedSession, type CopyPlan, planCopy } from "../facts/plan-copy";
import { sameTrack } from "../rules/copying";
import { createCohort } from "./create-cohort";

type Tracks = CopyPlan["source"]["programmeVersion"]["tracks"];

/** Who has to come, with the tracks of the version that the new cohort follows. */
function obligationsOf(session: CopiedSession, from: Tracks, to: Tracks) {
  return session.source.obligations.flatMap(({ trackId, participantRole, obligation }) => {
    if (trackId === null)
      return [{ trackId: "", participantRole: participantRole ?? ("" as const), obligation }];
    const track = from.find(({ id }) => id === trackId);
    const same = to.some(({ id }) => id === trackId) ? trackId : track && sameTrack(track, to);
    return same ? [{ trackId: same, participantRole: "" as const, obligation }] : [];
  });
}

async function copySessions(work: Work, cohortId: string, plan: CopyPlan, to: Tracks): Promise<void> {
  const cohort = await loadCohort(work, cohortId);
  if (!cohort) return insist(refuse("notFound"));
  if (plan.sessions.length === 0) return;
  const from = plan.source.programmeVersion.tracks;
  const ids = await addSessions(
    work,
    cohort,
    plan.sessions.map((session) => ({
      theme: session.source.theme,
      description: session.source.description,
      format: session.source.format,
      contentOpen: session.source.contentOpen,
      day: session.day,
      from: session.from,
      to: session.to,
      roomId: session.roomId,
      place: session.source.place ?? "",
      link: session.source.link ?? "",
      facilitatorIds: session.facilitatorIds,
      obligations: obligationsOf(session, from, to),
    })),
  );
  await work.tx.sessionMaterial.createMany({
    data: plan.sessions.flatMap(({ source }, index) =>
      source.materials.map((material) => ({ ...material, sessionId: ids[index] ?? "", createdAt: work.now })),
    ),
  });
}

/** What the new cohort is called, where it is found, when it begins and how many seats it has. */
export type CopyWish = {
  readonly name: string;
  readonly slug: string;
  readonly firstDay: string;
  readonly capacity: number;
};

/**
 * Repeats a cohort as a draft of the programme's published version: dates by whole weeks, wall times, team, sessions with who has
 * to come, and materials. Rooms and people that are taken then stay behind (`planCopy`). People, seats and applications are not
 * copied. Returns the new cohort's id.
 */
export async function copyCohort(work: Work, cohortId: string, wish: CopyWish): Promise<string> {
  const plan = await planCopy(work.tx, cohortId, wish.firstDay, work.now);
  if (!plan) return insist(refuse("notFound"));
  const { source } = plan;
  const [version] = source.programmeVersion.programme.versions;
  if (!version) return insist(refuse("cohort.opening.version"));
  const id = await createCohort(
    work,
    {
      programmeVersionId: version.id,
      versionState: "published",
      providerId: source.programmeVersion.programme.providerId,
    },
    {
      name: wish.name,
      slug: wish.slug,
      capacity: wish.capacity,
      city: source.city,
      startsOn: plan.startsOn,
      endsOn: plan.endsOn,
      deadlineOn: plan.deadlineOn,
      timeZone: source.timeZone,
      offerHours: source.offerHours,
      agreementId: source.agreementId ?? "",
    },
  );
  await work.tx.cohortFacilitator.createMany({
    data: plan.team.map(({ personId, isLead }) => ({ cohortId: id, personId, isLead })),
  });
  await copySessions(work, id, plan, version.tracks);
  await work.audit({
    stream: `cohort:${id}`,
    action: "cohort.copied",
    entity: "cohort",
    entityId: id,
    detail: { from: cohortId, weeks: plan.weeks, sessions: plan.sessions.length },
  });
  return id;
}
