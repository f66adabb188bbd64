import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleEnrolments, visibleObservations } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Locale } from "@/lib/db/generated/enums";
import { textIn } from "@/lib/frameworks/rules/text-in";
import { evidenceSelect, forecastOf, matrixOf } from "../facts/evidence";
import type { EvidenceMatrix } from "../rules/evidence-matrix";
import type { Forecast } from "../rules/forecast";

/** The evidence on one participant, as far as the reader may see it. */
export type Evidence = {
  /** Criterion × occasion, of the observations that the reader may open. */
  readonly matrix: EvidenceMatrix;
  readonly forecast: Forecast;
};

function criteriaTexts(row: {
  readonly cohort: { readonly programmeVersion: { readonly frameworkVersionId: string | null } };
}) {
  return database().criterion.findMany({
    where: { frameworkVersionId: row.cohort.programmeVersion.frameworkVersionId ?? "" },
    select: {
      id: true,
      code: true,
      minOccasions: true,
      texts: { select: { locale: true, name: true } },
    },
    orderBy: { position: "asc" },
  });
}

/**
 * The evidence matrix and the forecast of one enrolment: a participant's of what was shared with them, an assessor's of what
 * they wrote themself, a certifier's of all that was submitted. Null where the reader reaches no such enrolment, or where its
 * programme does not certify. Nobody else gets more than empty cells, because nobody else reaches an observation.
 */
export async function getEvidence(
  acting: Acting,
  enrolmentId: string,
  locale: Locale,
  now: Date,
): Promise<Evidence | null> {
  const row = await database().enrolment.findFirst({
    where: {
      AND: [
        { id: enrolmentId, cohort: { programmeVersion: { frameworkVersionId: { not: null } } } },
        visibleEnrolments(acting),
      ],
    },
    select: {
      ...evidenceSelect,
      cohort: {
        select: {
          ...evidenceSelect.cohort.select,
          programmeVersion: {
            select: { ...evidenceSelect.cohort.select.programmeVersion.select, frameworkVersionId: true },
          },
        },
      },
    } satisfies Prisma.EnrolmentSelect,
  });
  if (!row) return null;
  const readable = await database().observation.findMany({
    where: { AND: [{ enrolmentId }, visibleObservations(acting)] },
    select: { id: true },
  });
  const ids = new Set(readable.map((observation) => observation.id));
  const criteria = (await criteriaTexts(row)).map(({ texts, ...criterion }) => ({
    ...criterion,
    name: textIn(texts, locale)?.name ?? criterion.code,
  }));
  return {
    matrix: matrixOf(
      criteria,
      row.observations.filter((observation) => ids.has(observation.id)),
    ),
    forecast: forecastOf(row, now),
  };
}
