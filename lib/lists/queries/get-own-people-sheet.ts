import "server-only";
import type { Acting } from "@/lib/auth/acting";
import type { Locale } from "@/lib/db/generated/enums";
import { listOrganisationPeople } from "@/lib/enrolments/queries/list-organisation-people";
import { translatorFor } from "@/lib/i18n/translator";
import type { Sheet } from "@/lib/spreadsheet/sheet";

const dateOf = (date: Date) => date.toISOString().slice(0, 10);

/** A coordinator's own people with what they are on and how the bill is addressed: the status only, as on the screen. */
export async function getOwnPeopleSheet(acting: Acting, locale: Locale): Promise<Sheet> {
  const [people, t, words] = await Promise.all([
    listOrganisationPeople(acting),
    translatorFor(locale, "lists"),
    translatorFor(locale, "enrolments"),
  ]);
  return {
    name: t("ownPeople.name"),
    columns: [
      { header: t("column.name") },
      { header: t("column.title") },
      { header: t("column.programme") },
      { header: t("column.cohort") },
      { header: t("column.track") },
      { header: t("column.firstDay"), kind: "day" },
      { header: t("column.lastDay"), kind: "day" },
      { header: t("column.state") },
      { header: t("column.gln") },
      { header: t("column.reference") },
    ],
    rows: people.map((row) => [
      row.name,
      row.title,
      row.programme,
      row.cohort.name,
      row.trackName,
      dateOf(row.cohort.startsOn),
      dateOf(row.cohort.endsOn),
      words(`state.${row.state}`),
      row.payerGln,
      row.payerReference,
    ]),
  };
}
