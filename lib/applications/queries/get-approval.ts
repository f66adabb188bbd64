import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { civilDay } from "@/lib/core/dates";
import { idOfToken } from "@/lib/core/signed-link";
import { database } from "@/lib/db/client";
import { namesSelect } from "@/lib/organisations/facts/names";
import { nameAt } from "@/lib/organisations/rules/name-at";
import { decideAnswering } from "../rules/approval";

export type ApprovalQuestion = NonNullable<Awaited<ReturnType<typeof getApproval>>>;

const questionSelect = {
  managerName: true,
  askedAt: true,
  expiresAt: true,
  answeredAt: true,
  approved: true,
  application: {
    select: {
      state: true,
      title: true,
      personId: true,
      participantRole: true,
      organisationOther: true,
      payer: true,
      organisation: {
        select: { names: namesSelect },
      },
      person: { select: { name: true } },
      cohort: {
        select: {
          name: true,
          city: true,
          startsOn: true,
          endsOn: true,
          timeZone: true,
          _count: { select: { sessions: { where: { state: { not: "cancelled" as const } } } } },
          programmeVersion: {
            select: {
              title: true,
              summary: true,
              priceMinor: true,
              currency: true,
              programme: { select: { slug: true } },
            },
          },
        },
      },
    },
  },
} as const;

/**
 * What a signed link asks its holder: who applies to what, when, at whose cost. Not the motivation, which was written to the provider,
 * nor what the applicant needs. `answerable` says why it cannot be answered any more. Null where the link is not one of ours, or
 * for the applicant themself.
 */
export async function getApproval(acting: Acting, token: string, secret: string, now: Date) {
  const approvalId = idOfToken("approval", token, secret);
  if (!approvalId) return null;
  const approval = await database().managerApproval.findFirst({
    where: { id: approvalId },
    select: questionSelect,
  });
  if (!approval || approval.application.personId === acting.personId) return null;
  const { application, ...question } = approval;
  const { cohort, organisation } = application;
  const today = civilDay(now);
  return {
    ...question,
    answerable: decideAnswering({ ...question, applicationState: application.state }, "link", now),
    applicant: application.person.name,
    title: application.title,
    participantRole: application.participantRole,
    payer: application.payer,
    organisation: (organisation && nameAt(organisation.names, today)?.name) ?? application.organisationOther,
    programme: {
      title: cohort.programmeVersion.title,
      summary: cohort.programmeVersion.summary,
      slug: cohort.programmeVersion.programme.slug,
      price: cohort.programmeVersion.priceMinor,
      currency: cohort.programmeVersion.currency,
    },
    cohort: {
      name: cohort.name,
      city: cohort.city,
      startsOn: cohort.startsOn,
      endsOn: cohort.endsOn,
      timeZone: cohort.timeZone,
      sessions: cohort._count.sessions,
    },
  };
}
