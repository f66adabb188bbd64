import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError, refuse } from "@/lib/core/decision";
import type { Obligation } from "@/lib/db/generated/enums";
import { changeOf } from "../facts/change-of";
import type { LoadedSession } from "../facts/loaded-session";
import { type ObligationSubject, sameObligations, withObligation } from "../rules/obligations";
import { decideEditingSession } from "../rules/planning";
import { tellChanges } from "./tell-changes";
import { insistSubjects } from "./write-obligations";

/** What is to hold for everybody of one track, or in one role. */
export type ObligationRule = ObligationSubject & { readonly obligation: Obligation | "default" };

/** The cohort of the sessions; somebody who mixes cohorts asks for what is not there. */
function cohortOf(sessions: readonly LoadedSession[]): string {
  const [cohortId, ...others] = new Set(sessions.map((session) => session.cohortId));
  if (!cohortId || others.length > 0) throw new RefusalError({ code: "notFound" });
  return cohortId;
}

async function write(work: Work, sessions: readonly LoadedSession[], rule: ObligationRule): Promise<void> {
  const ids = sessions.map(({ id }) => id);
  const { obligation, ...subject } = rule;
  await work.tx.sessionObligation.deleteMany({ where: { sessionId: { in: ids }, ...subject } });
  if (obligation !== "default")
    await work.tx.sessionObligation.createMany({
      data: ids.map((sessionId) => ({ sessionId, ...subject, obligation })),
    });
  // SEQUENCE rises with the list of who is asked, so that a cancellation, and an invitation after it, are taken over (RFC 5546).
  await work.tx.session.updateMany({
    where: { id: { in: ids } },
    data: { version: { increment: 1 }, sequence: { increment: 1 } },
  });
}

/**
 * Sets for several sessions of a cohort, in one act, whether a track or a role has to come; other rules stay. Whoever is no longer
 * expected, or now is, is told once. Refused as `session.obligationSame` where nothing would change.
 */
export async function setObligations(
  work: Work,
  sessions: readonly LoadedSession[],
  rule: ObligationRule,
): Promise<void> {
  const cohortId = cohortOf(sessions);
  for (const session of sessions) insist(decideEditingSession(session.cohort.state, session.state));
  await insistSubjects(work, cohortId, [rule]);
  const { obligation, ...subject } = rule;
  const changed = sessions.filter(
    ({ obligations }) => !sameObligations(obligations, withObligation(obligations, subject, obligation)),
  );
  if (changed.length === 0) insist(refuse("session.obligationSame"));
  await write(work, changed, rule);
  await tellChanges(
    work,
    changed.map((session) =>
      changeOf(session, {
        kind: "team",
        sequence: session.sequence + 1,
        obligationsBefore: session.obligations,
      }),
    ),
  );
  for (const { id } of changed)
    await work.audit({
      stream: `cohort:${cohortId}`,
      action: "session.obligationSet",
      entity: "session",
      entityId: id,
      detail: { ...rule },
    });
}
