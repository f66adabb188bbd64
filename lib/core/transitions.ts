import { allowed, type Decision, refuse } from "./decision.ts";

/** A state machine: from each state, the states it may go to. */
export type Transitions<S extends string> = Readonly<Record<S, readonly S[]>>;

/**
 * Whether `transitions` lead from one state to the other; refused as `<machine>.transition`.
 * The database holds the same table (migration state_machines); a test compares the two.
 */
export function decideTransition<S extends string>(
  machine: string,
  transitions: Transitions<S>,
  from: S,
  to: S,
): Decision {
  return transitions[from].includes(to) ? allowed : refuse(`${machine}.transition`, { from, to });
}
