import type { Transitions } from "@/lib/core/transitions";
import type { AgreementState } from "@/lib/db/generated/enums";

/** The life of an agreement (domain.md, "What is offered"). The database holds the same table. */
export const agreementTransitions: Transitions<AgreementState> = {
  negotiated: ["active", "cancelled"],
  active: ["completed", "cancelled"],
  completed: [],
  cancelled: [],
};
