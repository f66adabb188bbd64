import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError, refuse } from "@/lib/core/decision";
import { decideVersion } from "@/lib/core/version";
import { digitsOf } from "@/lib/organisations/rules/gln";
import { type ApplicationInput, normalEmail } from "../schema";
import type { Applying } from "./load-applying";
import { writeAnswers } from "./write-answers";

/** The columns of an application that its form fills. A track that there is no choice of is filled in. */
function columns({ cohort, organisation, form }: Applying, input: ApplicationInput) {
  const { tracks } = cohort.programmeVersion;
  const known = tracks.some((track) => track.id === input.trackId);
  return {
    formId: form?.id ?? null,
    participantRole: input.participantRole,
    trackId: tracks.length === 1 ? (tracks[0]?.id ?? null) : known ? input.trackId : null,
    organisationId: organisation?.id ?? null,
    organisationOther: organisation ? "" : input.organisationOther,
    title: input.title,
    motivation: input.motivation,
    accommodation: input.accommodation,
    managerName: input.managerName,
    managerEmail: normalEmail(input.managerEmail),
    payer: input.payer,
    payerGln: input.payer === "self" ? "" : digitsOf(input.payerGln),
    payerReference: input.payer === "self" ? "" : input.payerReference,
  };
}

/**
 * Writes what the form holds into the person's draft, or begins one; returns the draft. Refused as `application.alreadyOpen` where
 * it was handed in before. With `seenVersion` given, refused as `conflict` where another tab has saved in between: an autosave
 * overwrites nothing that its writer has not seen, while handing in means what is on the screen.
 */
export async function writeDraft(
  work: Work,
  applying: Applying,
  input: ApplicationInput,
  seenVersion?: number,
): Promise<{ id: string; version: number }> {
  const draft = await writeColumns(work, applying, input, seenVersion);
  if (applying.form) await writeAnswers(work, draft.id, applying.form, input, input.intent === "submit");
  return draft;
}

async function writeColumns(
  work: Work,
  applying: Applying,
  input: ApplicationInput,
  seenVersion?: number,
): Promise<{ id: string; version: number }> {
  const { application, cohort } = applying;
  if (application && application.state !== "draft") insist(refuse("application.alreadyOpen"));
  if (seenVersion !== undefined) insist(decideVersion(application ?? { version: 0 }, seenVersion));
  const data = columns(applying, input);
  if (!application) {
    return work.tx.application.create({
      data: { cohortId: cohort.id, personId: personOf(work.acting), ...data, createdAt: work.now },
      select: { id: true, version: true },
    });
  }
  const { count } = await work.tx.application.updateMany({
    where: { id: application.id, version: application.version, state: "draft" },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new RefusalError({ code: "conflict" });
  return { id: application.id, version: application.version + 1 };
}

/** Saves the draft as the form holds it; returns its version. */
export async function saveDraft(work: Work, applying: Applying, input: ApplicationInput): Promise<number> {
  const draft = await writeDraft(work, applying, input, input.version);
  await work.audit({
    stream: `application:${draft.id}`,
    action: "application.drafted",
    entity: "application",
    entityId: draft.id,
    detail: { version: draft.version },
  });
  return draft.version;
}
