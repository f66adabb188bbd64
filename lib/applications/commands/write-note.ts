import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";

/** Writes a note of staff to an application. The trail says that there is one, not what it says. */
export async function writeNote(
  work: Work,
  application: { readonly id: string },
  text: string,
): Promise<void> {
  const { id } = await work.tx.applicationNote.create({
    data: { applicationId: application.id, authorId: personOf(work.acting), text, createdAt: work.now },
    select: { id: true },
  });
  await work.audit({
    stream: `application:${application.id}`,
    action: "application.noted",
    entity: "applicationNote",
    entityId: id,
  });
}
