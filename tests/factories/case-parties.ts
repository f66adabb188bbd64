import type { Db } from "../../lib/db/client.ts";
import type { CaseComplaint, CaseRepresentative } from "../../lib/db/generated/client.ts";
import { inDays } from "./unique.ts";

/** Lets a person act for the participant of a case, since four days ago; asked only where `accepted` is false. */
export async function makeRepresentative(
  db: Db,
  options: {
    readonly caseId: string;
    readonly person: { readonly id: string };
    readonly accepted?: boolean;
  },
): Promise<CaseRepresentative> {
  const { name, email } = await db.person.findUniqueOrThrow({
    where: { id: options.person.id },
    select: { name: true, email: true },
  });
  if (email === null) throw new Error("nobody can ask a person without an address");
  const taken = options.accepted === false ? {} : { personId: options.person.id, acceptedAt: inDays(-4) };
  return db.caseRepresentative.create({
    data: { caseId: options.caseId, name, email, appointedAt: inDays(-5), ...taken },
  });
}

/** A complaint about how a case was handled, received three days ago. */
export async function makeComplaint(
  db: Db,
  options: { readonly caseId: string; readonly filedById: string },
): Promise<CaseComplaint> {
  return db.caseComplaint.create({
    data: {
      caseId: options.caseId,
      about: "delay",
      text: "Der gik otte uger.",
      filedById: options.filedById,
      filedAt: inDays(-3),
    },
  });
}
