import { expect } from "vitest";
import { writeApplicationAction } from "@/lib/applications/actions";
import { signedToken } from "@/lib/core/signed-link";
import type { PrismaClient } from "@/lib/db/generated/client";
import { makePerson } from "../../factories/people";
import { actorOf } from "../../factories/sign-in";
import { call, word } from "../../policy/call";
import { makeStage } from "../enrolments/stage";

/** A provider's programme with everything that is needed to apply to it as a form would. */
export async function makeDoor(client: PrismaClient) {
  const stage = await makeStage(client);

  /** A complete application, as its form sends it. */
  const whole = (cohortId: string, change: Record<string, unknown> = {}) => ({
    intent: "submit",
    cohortId,
    version: "0",
    participantRole: "manager",
    trackId: stage.programme.tracks[0]?.id ?? "",
    organisationId: stage.municipality.id,
    title: "Afdelingsleder",
    motivation: "Jeg vil lære at lede forandringer, der holder i drift.",
    accommodation: "Jeg bruger høreapparat.",
    managerName: "Mette Overgaard",
    managerEmail: "mette@solroed.example",
    payer: "organisation",
    payerGln: "5790 0000 0001 2",
    payerReference: "Udvikling 12",
    confirmed: "on",
    ...change,
  });

  async function visitor() {
    const person = await makePerson(client);
    return { person, actor: await actorOf(client, person.id) };
  }

  const applicationsOf = (personId: string) =>
    client.application.findMany({ where: { personId }, include: { managerApproval: true } });

  /** An application that was handed in, with the token of the link that its manager got. */
  async function submitted(cohortId: string, change: Record<string, unknown> = {}) {
    const { person, actor } = await visitor();
    expect(word(await call(client, writeApplicationAction, actor, whole(cohortId, change)))).toBe("done");
    const [application] = await applicationsOf(person.id);
    if (!application) throw new Error("not submitted");
    const approvalId = application.managerApproval?.id ?? "";
    return { person, actor, application, token: tokenOf(approvalId) };
  }

  const mailsTo = (email: string) =>
    client.outboxMail.findMany({ where: { toEmail: email }, orderBy: { createdAt: "asc" } });

  return { ...stage, whole, visitor, applicationsOf, submitted, mailsTo };
}

export type Door = Awaited<ReturnType<typeof makeDoor>>;

/** The token of the link that is signed for an approval. */
export function tokenOf(approvalId: string): string {
  return signedToken("approval", approvalId, process.env.PRAKSIS_SECRET ?? "");
}
