import { allowed, type Decision, refuse } from "@/lib/core/decision";
import { decideTransition } from "@/lib/core/transitions";
import type { FrameworkVersionState, ProgrammeVersionState } from "@/lib/db/generated/enums";
import { programmeVersionTransitions } from "./transitions";

/** What publishing looks at. */
export type VersionFacts = {
  readonly state: ProgrammeVersionState;
  readonly title: string;
  readonly summary: string;
  readonly audience: string;
  readonly aims: readonly string[];
  readonly description: string;
  readonly tracks: number;
  readonly certifyingBodyId: string | null;
  /** The scheme certified by; null where the version does not certify. */
  readonly framework: {
    readonly state: FrameworkVersionState;
    readonly certifyingBodyId: string;
  } | null;
};

/** The points a version has to meet before it is published, in the order in which they are shown. */
export const publishingPoints = [
  "title",
  "summary",
  "audience",
  "aims",
  "description",
  "tracks",
  "framework",
] as const;
export type PublishingPoint = (typeof publishingPoints)[number];

const filled = (text: string) => text.trim() !== "";

/** Whoever certifies does so by a scheme of their own that two persons have approved (ISO/IEC 17024 8.1, domain.md). */
function frameworkHolds({ framework, certifyingBodyId }: VersionFacts): boolean {
  if (framework === null) return certifyingBodyId === null;
  return (
    framework.certifyingBodyId === certifyingBodyId &&
    (framework.state === "approved" || framework.state === "in_use")
  );
}

/** Every point with whether it is met. */
export function publishingChecklist(facts: VersionFacts): { point: PublishingPoint; met: boolean }[] {
  const met: Record<PublishingPoint, boolean> = {
    title: filled(facts.title),
    summary: filled(facts.summary),
    audience: filled(facts.audience),
    aims: facts.aims.some(filled),
    description: filled(facts.description),
    tracks: facts.tracks > 0,
    framework: frameworkHolds(facts),
  };
  return publishingPoints.map((point) => ({ point, met: met[point] }));
}

/** Whether the version may be published: it is a draft and meets every point; refused by the first it does not. */
export function decidePublishing(facts: VersionFacts): Decision {
  const move = decideTransition("programme", programmeVersionTransitions, facts.state, "published");
  if (!move.ok) return move;
  const missing = publishingChecklist(facts).find((item) => !item.met);
  return missing ? refuse(`programme.missing.${missing.point}`) : allowed;
}

/** Whether the version may be retired. Its cohorts go on: they are pinned to it. */
export function decideRetiring(state: ProgrammeVersionState): Decision {
  return decideTransition("programme", programmeVersionTransitions, state, "retired");
}
