import { Prisma } from "../../lib/db/generated/client.ts";
import type { Seed } from "./base.ts";

/** Every state machine with the enum of its states. */
const ENUMS = {
  programme_version: "programme_version_state",
  cohort: "cohort_state",
  session: "session_state",
  application: "application_state",
  waitlist_entry: "waitlist_state",
  enrolment: "enrolment_state",
  practice_project: "practice_project_state",
  framework_version: "framework_version_state",
  observation_visit: "visit_state",
  observation: "observation_state",
  certification_case: "case_state",
  certificate: "certificate_state",
  enquiry: "enquiry_state",
} as const;
export type Machine = keyof typeof ENUMS;

/** What a move writes beside the state, where the database asks for both at once. */
const STAMPS: Readonly<Record<string, Prisma.Sql>> = {
  "observation.locked": Prisma.sql`, locked_at = coalesce(responded_at, response_due_at)`,
};

export type Move = {
  readonly id: string;
  readonly to: string;
  /** A state that the way leads through, where there are several ways. */
  readonly via?: string;
};

/**
 * Moves rows that are in state `from` to their states, one legal step after the other: the shortest way in the database's
 * own table, so that the demo holds nothing that its people could not have done. Throws where there is no way.
 */
export async function advance(
  seed: Seed,
  machine: Machine,
  from: string,
  moves: readonly Move[],
): Promise<void> {
  const steps = await seed.db.stateTransition.findMany({ where: { machine } });
  const groups = new Map<string, string[]>();
  for (const { id, to, via } of moves) {
    const way = via
      ? [...shortestWay(steps, from, via), ...shortestWay(steps, via, to)]
      : shortestWay(steps, from, to);
    const key = way.join(" ");
    groups.set(key, [...(groups.get(key) ?? []), id]);
  }
  for (const [way, ids] of groups)
    for (const state of way.split(" ").filter(Boolean)) await move(seed, machine, state, ids);
}

async function move(seed: Seed, machine: Machine, state: string, ids: string[]): Promise<void> {
  await seed.db.$executeRaw`
    UPDATE ${Prisma.raw(machine)}
    SET state = ${Prisma.raw(`'${state}'::${ENUMS[machine]}`)}, version = version + 1
        ${STAMPS[`${machine}.${state}`] ?? Prisma.empty}
    WHERE id = ANY (${ids}::uuid[])`;
}

type Step = { readonly fromState: string; readonly toState: string };

function shortestWay(steps: readonly Step[], from: string, to: string): string[] {
  let ways: string[][] = [[]];
  const seen = new Set([from]);
  while (ways.length > 0) {
    const arrived = ways.find((way) => (way.at(-1) ?? from) === to);
    if (arrived) return arrived;
    ways = ways.flatMap((way) => {
      const here = way.at(-1) ?? from;
      const onward = steps.filter((step) => step.fromState === here && !seen.has(step.toState));
      for (const step of onward) seen.add(step.toState);
      return onward.map((step) => [...way, step.toState]);
    });
  }
  throw new Error(`no legal way from ${from} to ${to}`);
}
