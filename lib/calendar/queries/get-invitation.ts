import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { idOfToken } from "@/lib/core/signed-link";
import { database } from "@/lib/db/client";
import type { InvitationAnswer } from "@/lib/db/generated/enums";
import { type AnswerableThing, loadAnswerable, partsOfPair } from "../facts/load-answerable";
import { isOutdated } from "../rules/answering";

/** What the page behind a link in an invitation shows. */
export type Invitation = AnswerableThing & {
  /** What they answered; null where they have not, or where time or place changed since. */
  readonly answer: InvitationAnswer | null;
};

/**
 * The invitation that a signed link is for; null where the link is not ours or the person is no longer invited. The link is the
 * authority: who is signed in plays no part.
 */
export async function getInvitation(
  _acting: Acting,
  token: string,
  secret: string,
): Promise<Invitation | null> {
  const pair = partsOfPair(idOfToken("calendar", token, secret));
  const db = database();
  const thing = pair && (await loadAnswerable(db, { id: pair.thingId }, pair.personId));
  if (!thing) return null;
  const given = await db.calendarAnswer.findFirst({
    where: {
      personId: thing.personId,
      ...(thing.kind === "session" ? { sessionId: thing.id } : { visitId: thing.id }),
    },
    select: { answer: true, sequence: true },
  });
  return { ...thing, answer: given && !isOutdated(given, thing.placedSequence) ? given.answer : null };
}
