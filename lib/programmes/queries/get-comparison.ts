import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleProgrammes } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { Locale } from "@/lib/db/generated/enums";
import { formatMoney, formatPercent } from "@/lib/i18n/format";
import { translatorFor } from "@/lib/i18n/translator";
import type { ComparedVersion } from "../rules/compare";

const compared = {
  number: true,
  title: true,
  summary: true,
  audience: true,
  aims: true,
  description: true,
  language: true,
  attendanceMinimumPercent: true,
  priceMinor: true,
  currency: true,
  priceCovers: true,
  frameworkVersion: { select: { number: true, texts: { select: { locale: true, title: true } } } },
  tracks: {
    select: { audience: true, name: true, description: true },
    orderBy: { position: "asc" as const },
  },
  materials: {
    select: { title: true, link: true, file: { select: { sha256: true } } },
    orderBy: { position: "asc" as const },
  },
} as const;

function read(numbers: readonly number[], programmeId: string, acting: Acting) {
  return database().programmeVersion.findMany({
    where: { AND: [{ programmeId, number: { in: [...numbers] } }, { programme: visibleProgrammes(acting) }] },
    select: compared,
  });
}

type Row = Awaited<ReturnType<typeof read>>[number];

/** Two versions of a programme of the own provider, as texts in `locale`; null where one of them is not there for them. */
export async function getComparison(
  acting: Acting,
  programmeId: string,
  numbers: readonly [number, number],
  locale: Locale,
): Promise<[ComparedVersion, ComparedVersion] | null> {
  const rows = await read(numbers, programmeId, acting);
  const say = await translatorFor(locale, "programmes");
  const asCompared = (row: Row): ComparedVersion => {
    const scheme = row.frameworkVersion;
    const schemeTitle = scheme?.texts.find((text) => text.locale === locale) ?? scheme?.texts[0];
    return {
      fields: {
        title: row.title,
        summary: row.summary,
        audience: row.audience,
        aims: row.aims.join("\n"),
        description: row.description,
        language: say(`language.${row.language}`),
        attendance: formatPercent(row.attendanceMinimumPercent / 100, locale),
        price:
          row.priceMinor === null
            ? say("page.priceByAgreement")
            : formatMoney(row.priceMinor, row.currency, locale),
        priceCovers: row.priceCovers ?? "",
        certification: scheme
          ? `${schemeTitle?.title ?? ""} (${scheme.number})`
          : say("draft.noCertification"),
      },
      tracks: row.tracks,
      materials: row.materials.map(({ title, link, file }) => ({
        title,
        source: link ?? file?.sha256 ?? "",
      })),
    };
  };
  const [before, after] = numbers.map((number) => rows.find((row) => row.number === number));
  return before && after ? [asCompared(before), asCompared(after)] : null;
}
