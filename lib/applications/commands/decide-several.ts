import "server-only";
import type { Work } from "@/lib/auth/work";
import type { Refusal } from "@/lib/core/decision";
import { admitApplications } from "./admit-applications";
import { declineApplications } from "./decline-applications";
import type { Admissions } from "./load-admission";
import type { LoadedApplication } from "./load-application";

/** An application that was ticked, with the version that was on the screen. */
export type Ticked = { readonly id: string; readonly version: number };

/** What became of one of several, as it is told: a name, a word, and the place in the queue or the reason why not. */
export type Told = {
  readonly id: string;
  readonly name: string;
  readonly result: "enrolled" | "queued" | "declined" | "refused";
  readonly position?: number;
  readonly refusal?: Refusal;
};

const asTold = (application: LoadedApplication, rest: Omit<Told, "id" | "name">): Told => ({
  id: application.id,
  name: application.person.name,
  ...rest,
});

/** Why one of several is left out before its rules are asked: somebody else changed it, or it is the reader's own. */
function leftOut(work: Work, application: LoadedApplication, ticked: readonly Ticked[]): Refusal | null {
  const seen = ticked.find((each) => each.id === application.id);
  if (seen?.version !== application.version) return { code: "conflict" };
  return application.personId === work.acting.personId ? { code: "application.own" } : null;
}

/**
 * Admits or declines the ticked applications, in the order in which they were handed in, whatever the order of the ticks: a seat goes
 * to whoever came first. Tells of each what became of it; one that cannot be decided does not hold up the others.
 */
export async function decideSeveral(
  work: Work,
  { cohort, applications }: Admissions,
  ticked: readonly Ticked[],
  decision: { readonly kind: "admit" } | { readonly kind: "decline"; readonly reason: string },
): Promise<Told[]> {
  const out = new Map(applications.map((each) => [each.id, leftOut(work, each, ticked)]));
  const able = applications.filter((application) => !out.get(application.id));
  const told = new Map<string, Told>();
  if (decision.kind === "admit") {
    for (const { application, outcome } of await admitApplications(work, cohort, able)) {
      const { kind } = outcome;
      told.set(
        application.id,
        asTold(application, {
          result: kind,
          ...(kind === "queued" ? { position: outcome.position } : {}),
          ...(kind === "refused" ? { refusal: outcome.refusal } : {}),
        }),
      );
    }
  } else {
    for (const { application, refusal } of await declineApplications(work, able, decision.reason))
      told.set(
        application.id,
        asTold(application, refusal ? { result: "refused", refusal } : { result: "declined" }),
      );
  }
  await work.audit({
    stream: `cohort:${cohort.id}`,
    action: decision.kind === "admit" ? "application.admittedSeveral" : "application.declinedSeveral",
    entity: "cohort",
    entityId: cohort.id,
    detail: {
      ticked: ticked.length,
      decided: [...told.values()].filter((each) => each.result !== "refused").length,
    },
  });
  return applications.map(
    (application) =>
      told.get(application.id) ??
      asTold(application, { result: "refused", refusal: out.get(application.id) ?? { code: "conflict" } }),
  );
}
