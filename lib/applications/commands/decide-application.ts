import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError } from "@/lib/core/decision";
import { decideTakingUp, type ReviewFacts } from "../rules/review";
import type { LoadedApplication } from "./load-application";

/** An application as the rules of its review ask for it. */
export const reviewFacts = (application: LoadedApplication): ReviewFacts => ({
  state: application.state,
  cohortState: application.cohort.state,
  waitlistState: application.waitlistEntry?.state ?? null,
});

/**
 * Takes up those of the applications that nobody has taken up yet, in one statement: from here the applicants see that somebody is
 * reading theirs. Returns all of them as they are then. The rules have allowed it; throws `conflict` where one was changed in between.
 */
export async function takeUpApplications<Application extends LoadedApplication>(
  work: Work,
  applications: readonly Application[],
): Promise<Application[]> {
  const fresh = applications.filter((application) => application.state !== "under_review");
  if (fresh.length > 0) {
    const seen = fresh.map(({ id, version, state }) => ({ id, version, state }));
    const taken = await work.tx.application.updateMany({
      where: { OR: seen },
      data: { state: "under_review", version: { increment: 1 } },
    });
    if (taken.count !== fresh.length) throw new RefusalError({ code: "conflict" });
  }
  for (const { id, state } of fresh) {
    await work.audit({
      stream: `application:${id}`,
      action: "application.takenUp",
      entity: "application",
      entityId: id,
      detail: { from: state },
    });
  }
  return applications.map((application) =>
    application.state === "under_review"
      ? application
      : { ...application, state: "under_review", version: application.version + 1 },
  );
}

/** Takes one application up, as above; refused where it is not the staff's turn. Returns it as it is then. */
export async function takeUpApplication(
  work: Work,
  application: LoadedApplication,
): Promise<LoadedApplication> {
  insist(decideTakingUp(application.state));
  const [taken] = await takeUpApplications(work, [application]);
  return taken ?? application;
}
