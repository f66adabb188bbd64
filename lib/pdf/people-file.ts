import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { onBehalfOf } from "@/lib/auth/system";
import { database } from "@/lib/db/client";
import type { Locale } from "@/lib/db/generated/enums";
import { formatDate, formatTimeRange } from "@/lib/i18n/format";
import { translatorFor } from "@/lib/i18n/translator";
import { notePrint } from "@/lib/lists/commands/note-export";
import { getPrintedPeople, type PrintedPeople } from "@/lib/lists/queries/get-printed-people";
import type { Print } from "@/lib/lists/rules/prints";
import { typeset } from "./typeset";

/** What is asked for. `sessionId` empty: the next session. */
export type PrintRequest = {
  readonly print: Print;
  readonly cohortId: string;
  readonly sessionId: string;
  readonly locale: Locale;
};

function linesOf({ programme, session }: PrintedPeople, print: Print, locale: Locale): string[] {
  if (print !== "sign-in" || !session) return [programme];
  const { startsAt, endsAt, timeZone, theme, place } = session;
  const when = `${formatDate(startsAt, locale, timeZone)}, ${formatTimeRange(startsAt, endsAt, locale, timeZone)}`;
  return [programme, theme, [when, place].filter(Boolean).join(" · ")];
}

/**
 * A cohort's people as a PDF to print, for whoever asks and may see them, with the event that it was made. Null where there is no such
 * cohort or session for them.
 */
export async function peopleFile(acting: Acting, wanted: PrintRequest, now: Date): Promise<Buffer | null> {
  const { print, cohortId, sessionId, locale } = wanted;
  const found = await getPrintedPeople(acting, cohortId, print === "sign-in" ? sessionId : null, now);
  if (!found) return null;
  const [t, words] = await Promise.all([
    translatorFor(locale, "lists"),
    translatorFor(locale, "applications"),
  ]);
  const heading = t(`print.${print}.heading`, { cohort: found.cohort });
  const data = {
    locale,
    title: heading,
    author: found.provider || "Praksis",
    layout: print,
    heading,
    programme: found.programme,
    lines: linesOf(found, print, locale),
    footer: t("print.footer", { date: formatDate(now, locale) }),
    columns: {
      name: t("column.name"),
      title: t("column.title"),
      organisation: t("column.organisation"),
      label: t("column.role"),
      signature: t("print.signature"),
    },
    people: found.people.map(({ role, ...person }) => ({
      ...person,
      label: role ? words(`role.${role}`) : t("print.facilitator"),
    })),
  };
  await onBehalfOf(database(), acting, now, (work) => notePrint(work, { print, cohortId: found.cohortId }));
  return typeset("people", data, now);
}
