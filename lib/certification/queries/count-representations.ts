import "server-only";
import { type Acting, personOf } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";

/** How many representations the reader holds or is asked to take on: whether the page about them is worth a link. */
export async function countRepresentations(acting: Acting): Promise<number> {
  const personId = personOf(acting);
  const { email } = await database().person.findUniqueOrThrow({
    where: { id: personId },
    select: { email: true },
  });
  return database().caseRepresentative.count({
    where: {
      endedAt: null,
      OR: [{ personId }, ...(email === null ? [] : [{ email, acceptedAt: null }])],
    },
  });
}
