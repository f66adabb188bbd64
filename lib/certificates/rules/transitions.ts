import type { Transitions } from "../../core/transitions.ts";
import type { CertificateState } from "../../db/generated/enums.ts";

/** The moves of a certificate (domain.md). It is never deleted; expiry follows from the date and is no state. */
export const certificateTransitions: Transitions<CertificateState> = {
  issued: ["suspended", "revoked", "superseded"],
  suspended: ["issued", "revoked"],
  revoked: [],
  superseded: [],
};
