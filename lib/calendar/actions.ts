"use server";
import { personOf } from "@/lib/auth/acting";
import { action } from "@/lib/auth/action";
import { mayAnswerInvitation, mayManageOwnAccount } from "@/lib/auth/policy/people";
import { settings } from "@/lib/core/env";
import { makeFeed, revokeFeed } from "./commands/change-feed";
import { loadInvitation } from "./commands/load-invitation";
import { recordAnswer } from "./commands/record-answer";
import { answerInvitationInput, feedInput } from "./schema";

/** Whoever holds the signed link of an invitation answers it, without an account. */
export const answerInvitationAction = action({
  name: "invitation.answer",
  permission: "invitation.answer",
  input: answerInvitationInput,
  load: (work, { token }) => loadInvitation(work, token, settings().secret),
  policy: mayAnswerInvitation,
  async run(work, thing, { answer }) {
    await recordAnswer(work, thing, { answer, sequence: thing.sequence, channel: "link" });
    return { message: `calendar.answer.done.${answer}` };
  },
});

/** Gives one's own calendar an address, or a new one. */
export const makeFeedAction = action({
  name: "calendar.makeFeed",
  permission: "calendar.manage",
  input: feedInput,
  load: async ({ acting }) => ({ personId: personOf(acting) }),
  policy: mayManageOwnAccount,
  async run(work) {
    await makeFeed(work, settings().secret);
    return { message: "calendar.feed.made" };
  },
});

/** Ends the address of one's own calendar. */
export const revokeFeedAction = action({
  name: "calendar.revokeFeed",
  permission: "calendar.manage",
  input: feedInput,
  load: async ({ acting }) => ({ personId: personOf(acting) }),
  policy: mayManageOwnAccount,
  async run(work) {
    await revokeFeed(work);
    return { message: "calendar.feed.revoked" };
  },
});
