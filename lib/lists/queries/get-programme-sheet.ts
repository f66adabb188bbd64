import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { settings } from "@/lib/core/env";
import { CohortState, type Locale, type ProgrammeVersionState } from "@/lib/db/generated/enums";
import { translatorFor } from "@/lib/i18n/translator";
import { listProgrammes, type ProgrammeRow } from "@/lib/programmes/queries/list-programmes";
import type { Sheet } from "@/lib/spreadsheet/sheet";

const states = Object.values(CohortState);
const numberOf = ({ versions }: ProgrammeRow, state: ProgrammeVersionState) =>
  versions.find((version) => version.state === state)?.number ?? null;

/** The own provider's programmes: which version is published, which is being written, and how many cohorts are where. */
export async function getProgrammeSheet(acting: Acting, locale: Locale): Promise<Sheet> {
  const [programmes, t, words] = await Promise.all([
    listProgrammes(acting),
    translatorFor(locale, "lists"),
    translatorFor(locale, "cohorts"),
  ]);
  return {
    name: t("programmes.name"),
    columns: [
      { header: t("column.programme") },
      { header: t("column.publishedVersion"), kind: "number" },
      { header: t("column.draftVersion"), kind: "number" },
      { header: t("column.publicPage") },
      ...states.map((state) => ({
        header: t("column.cohortsIn", { state: words(`state.${state}`) }),
        kind: "number" as const,
      })),
    ],
    rows: programmes.map((row) => {
      const published = numberOf(row, "published");
      return [
        row.title,
        published,
        numberOf(row, "draft"),
        published === null ? null : `${settings().publicUrl}/programmes/${row.slug}`,
        ...states.map((state) => row.cohorts[state] ?? 0),
      ];
    }),
  };
}
