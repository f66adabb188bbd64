import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { idOfToken } from "@/lib/core/signed-link";
import { database } from "@/lib/db/client";

export type ForwardedApproval = NonNullable<Awaited<ReturnType<typeof getForwardedApproval>>>;

/**
 * To whom the question of a signed link was passed on by its holder, and when; null where the link is not one of ours, or was not
 * passed on, or for the applicant. The signature is the authority, as with the question itself.
 */
export async function getForwardedApproval(acting: Acting, token: string, secret: string) {
  const id = idOfToken("approval", token, secret);
  if (!id) return null;
  const forward = await database().approvalForward.findFirst({
    where: { id },
    select: {
      toName: true,
      forwardedAt: true,
      application: {
        select: {
          personId: true,
          person: { select: { name: true } },
          cohort: { select: { timeZone: true } },
        },
      },
    },
  });
  if (!forward || forward.application.personId === acting.personId) return null;
  const { application, ...passed } = forward;
  return { ...passed, applicant: application.person.name, timeZone: application.cohort.timeZone };
}
