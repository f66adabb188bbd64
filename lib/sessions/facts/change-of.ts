import "server-only";
import type { SessionChange, ToldPlan } from "../rules/news";
import type { ObligationRow } from "../rules/obligations";
import type { ReadSession } from "./loaded-session";
import { toldPlan } from "./told-plan";

/** What is different about a session after a change; what is left out is as it was. */
type Difference = {
  readonly kind: SessionChange["kind"];
  readonly sequence: number;
  readonly theme?: string;
  readonly after?: ToldPlan;
  readonly facilitatorIds?: readonly string[];
  /** The rules on who has to come as they were, where they change. */
  readonly obligationsBefore?: readonly ObligationRow[];
};

/** The change of a session, for whoever is to be told. */
export function changeOf(session: ReadSession, difference: Difference): SessionChange {
  const before = toldPlan(session);
  const facilitatorsBefore = session.facilitators.map(({ personId }) => personId);
  const { id, cohortId, timeZone, icalUid, cohort } = session;
  return {
    kind: difference.kind,
    session: {
      id,
      cohortId,
      timeZone,
      icalUid,
      theme: difference.theme ?? session.theme,
      sequence: difference.sequence,
    },
    cohort: { name: cohort.name, state: cohort.state },
    before,
    after: difference.after ?? before,
    facilitatorsBefore,
    facilitatorsAfter: difference.facilitatorIds ?? facilitatorsBefore,
    ...(difference.obligationsBefore && { obligationsBefore: difference.obligationsBefore }),
  };
}
