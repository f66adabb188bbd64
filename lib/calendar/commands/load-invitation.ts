import "server-only";
import type { Work } from "@/lib/auth/work";
import { idOfToken } from "@/lib/core/signed-link";
import { lockRow } from "@/lib/db/lock-row";
import { type AnswerableThing, loadAnswerable, partsOfPair } from "../facts/load-answerable";

/** Locks and reads what a signed link invites to, and whom; null where the link is not ours or they are no longer invited. */
export async function loadInvitation(
  work: Work,
  token: string,
  secret: string,
): Promise<AnswerableThing | null> {
  const pair = partsOfPair(idOfToken("calendar", token, secret));
  if (!pair) return null;
  const isSession = await lockRow(work.tx, "session", pair.thingId);
  if (!isSession && !(await lockRow(work.tx, "observation_visit", pair.thingId))) return null;
  return loadAnswerable(work.tx, { id: pair.thingId }, pair.personId);
}
