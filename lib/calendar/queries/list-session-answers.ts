import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleSessions } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { InvitationAnswer } from "@/lib/db/generated/enums";
import { isOutdated } from "../rules/answering";

/** What somebody answered to the invitation to a session. */
export type SessionAnswer = {
  readonly personId: string;
  readonly name: string;
  readonly answer: InvitationAnswer;
  readonly answeredAt: Date;
  /** Given before time or place changed. */
  readonly outdated: boolean;
};

/** Who answered the invitation to a session and what, by name; nothing where it is out of reach. */
export async function listSessionAnswers(acting: Acting, sessionId: string): Promise<SessionAnswer[]> {
  const answers = await database().calendarAnswer.findMany({
    where: { session: { AND: [{ id: sessionId }, visibleSessions(acting)] } },
    select: {
      personId: true,
      answer: true,
      sequence: true,
      answeredAt: true,
      person: { select: { name: true } },
      session: { select: { placedSequence: true } },
    },
    orderBy: [{ person: { name: "asc" } }, { personId: "asc" }],
  });
  return answers.map(({ person, session, sequence, ...given }) => ({
    ...given,
    name: person.name,
    outdated: isOutdated({ sequence }, session?.placedSequence ?? sequence),
  }));
}
