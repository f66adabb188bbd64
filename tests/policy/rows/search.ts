import { listFound, type SearchPermission } from "@/lib/search/queries/list-found";
import type { ActorName } from "../actors";
import type { QueryRow } from "../row";

/** Who finds the own side's people, cases and organisations, which are all called "Egen …" (tests/factories/world.ts). */
const finders: readonly [SearchPermission, readonly ActorName[]][] = [
  ["staff.view", ["staff", "colleagueStaff"]],
  ["facilitation.view", ["facilitator"]],
  ["assessment.view", ["assessor", "colleagueAssessor"]],
  ["certification.view", ["certifier", "colleagueCertifier"]],
  ["organisation.view", ["coordinator"]],
  ["role.manage", ["admin", "foreignAdmin"]],
  ["organisation.manage", ["admin", "foreignAdmin"]],
];

export const queryRows: readonly QueryRow[] = finders.map(([permission, allowed]) => ({
  query: "search/queries/list-found",
  permission,
  allowed,
  call: (acting) => listFound(acting, ["Egen"]),
}));
