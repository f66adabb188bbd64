import type { Transitions } from "@/lib/core/transitions";
import type { ProgrammeVersionState } from "@/lib/db/generated/enums";

/** A version is written, published once, and retired; nothing leads back (domain.md, "What is offered"). */
export const programmeVersionTransitions: Transitions<ProgrammeVersionState> = {
  draft: ["published"],
  published: ["retired"],
  retired: [],
};
