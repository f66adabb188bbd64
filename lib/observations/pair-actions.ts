"use server";

import { action } from "@/lib/auth/action";
import { mayAgree, mayChangeVisit, mayWriteJoint } from "@/lib/auth/policy/observations";
import { acceptAgreement, proposeAgreement, writeJoint } from "./commands/agree-pair";
import { loadPair } from "./commands/load-pair";
import { loadVisit } from "./commands/load-visit";
import { inviteSecond, releaseSecond } from "./commands/pair-visit";
import {
  acceptAgreementSchema,
  inviteSecondSchema,
  pairSchema,
  proposeAgreementSchema,
  visitSchema,
} from "./schema";

/** An assessor asks a second one along to their visit. */
export const inviteSecondAction = action({
  name: "pair.invite",
  permission: "visit.book",
  input: inviteSecondSchema,
  load: (work, { visitId }) => loadVisit(work, visitId),
  policy: mayChangeVisit,
  async run(work, visit, { secondId }) {
    await inviteSecond(work, visit, secondId);
    return { message: "assess.pair.invited" };
  },
});

/** An assessor lets the second one go. */
export const releaseSecondAction = action({
  name: "pair.release",
  permission: "visit.book",
  input: visitSchema,
  load: (work, { visitId }) => loadVisit(work, visitId),
  policy: mayChangeVisit,
  async run(work, visit) {
    await releaseSecond(work, visit);
    return { message: "assess.pair.released" };
  },
});

/** One of two assessors proposes in writing what a criterion comes to. */
export const proposeAgreementAction = action({
  name: "pair.propose",
  permission: "observation.write",
  input: proposeAgreementSchema,
  load: (work, { pairId }) => loadPair(work, pairId),
  policy: mayAgree,
  async run(work, pair, { pairId: _, ...wish }) {
    await proposeAgreement(work, pair, wish);
    return { message: "assess.pair.proposed" };
  },
});

/** The other of two assessors accepts what was proposed. */
export const acceptAgreementAction = action({
  name: "pair.accept",
  permission: "observation.write",
  input: acceptAgreementSchema,
  load: (work, { pairId }) => loadPair(work, pairId),
  policy: mayAgree,
  async run(work, pair, { criterionId }) {
    await acceptAgreement(work, pair, criterionId);
    return { message: "assess.pair.accepted" };
  },
});

/** The leading assessor writes the joint observation and submits it. */
export const writeJointAction = action({
  name: "pair.join",
  permission: "observation.write",
  input: pairSchema,
  load: (work, { pairId }) => loadPair(work, pairId),
  policy: mayWriteJoint,
  async run(work, pair) {
    return { redirectTo: `/assess/observations/${await writeJoint(work, pair)}` };
  },
});
