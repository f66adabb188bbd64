import type { Involvement } from "@/lib/certification/rules/impartiality";

/** Somebody of the certifying body who has had nothing to do with the case or its participant: may do everything. */
export const uninvolved: Involvement = {
  ofBody: true,
  isParticipant: false,
  observed: false,
  teaches: false,
  trainedLately: false,
  sharesEmployer: false,
  isLineManager: false,
  declared: null,
  recommended: false,
  excepted: false,
  openedHearing: false,
  decided: false,
  released: false,
  tookPartBefore: false,
};
