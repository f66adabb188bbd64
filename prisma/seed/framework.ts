import { addYears } from "date-fns";
import { advance } from "./advance.ts";
import { at, idOf, past, type Seed } from "./base.ts";
import { criterionLevels } from "./framework-levels.ts";
import { addedCriterion, criterionTexts, frameworkTexts } from "./framework-texts.ts";
import { organisationId } from "./organisations.ts";
import { personId } from "./people.ts";

const LOCALES = ["da", "sv", "en"] as const;

/** The id of version `number` of the practice framework. */
export function frameworkVersionId(number: number): string {
  return idOf(`framework version ${number}`);
}

/** The id of a criterion of a framework version; positions begin at 1. */
export function criterionId(version: number, position: number): string {
  return idOf(`criterion ${version}.${position}`);
}

/** How many criteria the practice framework has. */
export const CRITERIA = criterionTexts.length;

/**
 * CO-PI's practice framework. The first version began with the programme and certified without end; the second asks for renewal
 * after five years and says what each level looks like; the third is approved and waits for its first use; the fourth is a
 * draft with one approval, which waits for the second person's. Of a sister framework there is a draft in Danish only.
 */
const VERSIONS = [
  { number: 1, to: "retired", months: null, approvedOn: "2019-03-25", inUseFrom: "2019-04-01" },
  { number: 2, to: "in_use", months: 60, approvedOn: "2020-11-16", inUseFrom: "2020-12-01" },
  { number: 3, to: "approved", months: 60, approvedOn: null, inUseFrom: null },
  { number: 4, to: "draft", months: 36, approvedOn: null, inUseFrom: null },
] as const;
type Version = (typeof VERSIONS)[number];
const APPROVERS = ["certifier", "certifier-3"] as const;

/** Writes the framework with its versions, its sister's draft, and who may assess by it. */
export async function seedFramework(seed: Seed): Promise<void> {
  const { db } = seed;
  const frameworkId = idOf("framework");
  const sisterId = idOf("framework of consultants");
  const body = organisationId("copi");
  await db.framework.createMany({
    data: [
      { id: frameworkId, key: "offentlig-innovationsledelse", certifyingBodyId: body },
      { id: sisterId, key: "innovationskonsulent", certifyingBodyId: body },
    ],
  });
  for (const version of VERSIONS) await seedVersion(seed, frameworkId, version);
  await db.frameworkVersion.create({
    data: {
      id: idOf("framework of consultants 1"),
      frameworkId: sisterId,
      number: 1,
      texts: {
        create: {
          locale: "da",
          title: "Praksisramme for innovationskonsulenter",
          scope: "Facilitering af innovation på tværs af en offentlig organisation",
        },
      },
    },
  });
  await seedAuthorisations(seed);
}

/** One version from its draft to where it stands: there is one draft at a time. */
async function seedVersion(seed: Seed, frameworkId: string, version: Version): Promise<void> {
  const { db } = seed;
  const { number, months, inUseFrom, approvedOn, to } = version;
  const id = frameworkVersionId(number);
  await db.frameworkVersion.create({
    data: {
      id,
      frameworkId,
      number,
      certificateValidityMonths: months,
      inUseFrom: inUseFrom ? at(seed, inUseFrom) : null,
      texts: { create: LOCALES.map((locale) => ({ locale, ...frameworkTexts[locale] })) },
    },
  });
  await seedCriteria(seed, version);
  const approvers = to === "draft" ? APPROVERS.slice(0, 1) : APPROVERS;
  await db.frameworkApproval.createMany({
    data: approvers.map((key, index) => ({
      frameworkVersionId: id,
      personId: personId(key),
      approvedAt: past(seed, approvedOn ?? (to === "draft" ? -2 : -12), index === 0 ? "10:00" : "13:30"),
    })),
  });
  if (to !== "draft") await advance(seed, "framework_version", "draft", [{ id, to }]);
}

async function seedCriteria({ db }: Seed, { number, to }: Version): Promise<void> {
  const all = to === "draft" ? [...criterionTexts, addedCriterion] : criterionTexts;
  await db.criterion.createMany({
    data: all.map(({ stableKey }, index) => ({
      id: criterionId(number, index + 1),
      frameworkVersionId: frameworkVersionId(number),
      position: index + 1,
      code: `K${index + 1}`,
      stableKey,
      minOccasions: to === "draft" && index === 0 ? 2 : 1,
    })),
  });
  await db.criterionText.createMany({
    data: all.flatMap((texts, index) =>
      LOCALES.map((locale) => {
        const [name, description, indicators] = texts[locale];
        const levels = number === 1 ? [] : (criterionLevels[texts.stableKey]?.[locale] ?? []);
        return {
          criterionId: criterionId(number, index + 1),
          locale,
          name,
          description,
          indicators: [...indicators],
          levels: [...levels],
        };
      }),
    ),
  });
}

async function seedAuthorisations(seed: Seed): Promise<void> {
  const assessors = ["assessor", "assessor-2", "assessor-3", "assessor-certifier"];
  await seed.db.assessorAuthorisation.createMany({
    data: assessors.flatMap((key) =>
      [1, 2].map((version) => ({
        id: idOf(`authorisation ${key} ${version}`),
        personId: personId(key),
        frameworkVersionId: frameworkVersionId(version),
        validFrom:
          version === 1
            ? at(seed, "2019-04-01")
            : key === "assessor-3"
              ? past(seed, -170)
              : at(seed, "2020-12-01"),
        validTo: version === 1 ? at(seed, "2021-12-31") : addYears(seed.now, 1),
        lastCalibratedAt: version === 1 ? at(seed, "2019-05-06") : past(seed, -75),
        authorisedById: personId(key === "assessor-certifier" ? "certifier" : "certifier-2"),
      })),
    ),
  });
}
