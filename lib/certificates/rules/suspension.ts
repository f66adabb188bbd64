import { all, allowed, type Decision, refuse } from "../../core/decision.ts";
import { decideTransition } from "../../core/transitions.ts";
import type { CertificateState } from "../../db/generated/enums.ts";
import { decideSteward, type StewardFacts } from "./steward.ts";
import { certificateTransitions } from "./transitions.ts";

/** What suspending and reinstating are judged by. */
export type SuspensionFacts = StewardFacts & {
  readonly state: CertificateState;
  /** Its last moment; null without end. */
  readonly validUntil: Date | null;
  /** The suspension that lasts. */
  readonly suspension: { readonly id: string } | null;
};

/** Whether a certificate may be suspended: one that holds today. One person may; it can be undone, unlike a revocation. */
export function decideSuspending(facts: SuspensionFacts, now: Date): Decision {
  if (facts.state === "suspended") return refuse("certificate.alreadySuspended");
  return all(
    decideSteward(facts),
    facts.state === "issued" && facts.validUntil !== null && facts.validUntil < now
      ? refuse("certificate.notCurrent")
      : allowed,
    decideTransition("certificate", certificateTransitions, facts.state, "suspended"),
  );
}

/** Whether a suspension may be ended, so that the certificate holds again. */
export function decideReinstating(facts: SuspensionFacts): Decision {
  if (facts.state !== "suspended" || !facts.suspension) return refuse("certificate.notSuspended");
  return all(
    decideSteward(facts),
    decideTransition("certificate", certificateTransitions, facts.state, "issued"),
  );
}
