import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleApplications } from "@/lib/auth/scope";
import { settings } from "@/lib/core/env";
import { database } from "@/lib/db/client";
import type { MailParams } from "@/lib/mail/mail-params";
import { renderMail } from "@/lib/mail/render-mail";
import { REASON_MARK } from "../rules/letter";

/** A letter as its reader gets it, as plain text. */
export type Letter = { readonly subject: string; readonly text: string };

/**
 * The letters that deciding an application sends, in the applicant's language, with `position` for whoever would be queued: written by
 * the templates that write the mails. The reason of the declining one is `REASON_MARK`. Null where the application is not in reach.
 */
export async function getLetters(acting: Acting, id: string, position: number | null) {
  const application = await database().application.findFirst({
    where: { AND: [{ id, state: { not: "draft" } }, visibleApplications(acting)] },
    select: {
      person: { select: { name: true, locale: true } },
      cohort: {
        select: { name: true, startsOn: true, programmeVersion: { select: { title: true } } },
      },
    },
  });
  if (!application) return null;
  const { person, cohort } = application;
  const about = {
    programme: cohort.programmeVersion.title,
    cohort: cohort.name,
    path: `/my/applications/${id}`,
  };
  async function letter<Name extends keyof MailParams>(
    template: Name,
    params: MailParams[Name],
  ): Promise<Letter> {
    const mail = {
      template,
      params,
      locale: person.locale,
      toName: person.name,
      toEmail: "",
      createdAt: new Date(0),
      sealed: null,
    };
    const { subject, text } = await renderMail(mail, settings());
    return { subject, text };
  }
  const startsOn = cohort.startsOn.toISOString().slice(0, 10);
  const [admitting, declining] = await Promise.all([
    position === null
      ? letter("application-admitted", { ...about, startsOn })
      : letter("application-waitlisted", { ...about, position }),
    letter("application-declined", { ...about, reason: REASON_MARK }),
  ]);
  return { admitting, declining };
}
