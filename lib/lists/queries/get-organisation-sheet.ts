import "server-only";
import type { Acting } from "@/lib/auth/acting";
import type { Locale } from "@/lib/db/generated/enums";
import { translatorFor } from "@/lib/i18n/translator";
import { listOrganisations, type OrganisationFilter } from "@/lib/organisations/queries/list-organisations";
import type { LongSheet } from "@/lib/spreadsheet/sheet";
import { allPages } from "../facts/portions";

/** The organisations that an administrator keeps, narrowed as on the screen, with the names they had before. */
export async function getOrganisationSheet(
  acting: Acting,
  locale: Locale,
  filter: OrganisationFilter,
  now: Date,
): Promise<LongSheet> {
  const [t, words] = await Promise.all([translatorFor(locale, "lists"), translatorFor(locale, "admin")]);
  const pages = await allPages(
    (page) => listOrganisations(acting, filter, page, now),
    (row) => [
      row.name,
      row.shortName,
      words(`organisations.kinds.${row.kind}`),
      row.country,
      row.registrationNumber,
      row.formerNames.join(", "),
    ],
  );
  return {
    name: t("organisations.name"),
    columns: [
      { header: t("column.name") },
      { header: t("column.shortName") },
      { header: t("column.kind") },
      { header: t("column.country") },
      { header: t("column.registrationNumber") },
      { header: t("column.formerNames") },
    ],
    ...pages,
  };
}
