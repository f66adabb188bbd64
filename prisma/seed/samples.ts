import { dayOf } from "../../lib/core/dates.ts";
import { sha256 } from "../../lib/core/hash.ts";
import { drawShare } from "../../lib/sampling/rules/sample.ts";
import { COPENHAGEN, dateOf, day, idOf, past, type Seed } from "./base.ts";
import { organisationId } from "./organisations.ts";
import { personId } from "./people.ts";

const AGREES =
  "Begge observationer bærer afgørelsen, og begrundelsen nævner de kriterier, der vejede tungest.";
const DISAGREES =
  "Udfaldet er rigtigt, men begrundelsen går let hen over, at det ene kriterium kun er set én gang. Det skal nævnes i den næste.";

/**
 * Two samples of CO-PI's decisions: of the first years, looked at to the end, with one disagreement; and of this year's, of which one
 * waits for its reviewer and the others have not been given to anybody.
 */
export async function seedSamples(seed: Seed): Promise<void> {
  const yesterday = day(seed, -1);
  await seedSample(seed, {
    name: "first years",
    fromDay: "2019-01-01",
    toDay: "2021-12-31",
    percent: 20,
    drawn: -40,
  });
  await seedSample(seed, {
    name: "this year",
    fromDay: day(seed, -180),
    toDay: yesterday,
    percent: 50,
    drawn: 0,
  });
}

type Wish = {
  readonly name: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly percent: number;
  /** In so many days. */
  readonly drawn: number;
};

async function seedSample(seed: Seed, wish: Wish): Promise<void> {
  const { db } = seed;
  const { name, fromDay, toDay, percent } = wish;
  const drawnAt = past(seed, wish.drawn, "09:00");
  const body = organisationId("copi");
  const all = await db.caseDecision.findMany({
    where: { case: { certifyingBodyId: body } },
    select: { id: true, caseId: true, decidedAt: true },
  });
  const population = all.filter(({ decidedAt }) => {
    const decidedOn = dayOf(decidedAt, COPENHAGEN);
    return decidedOn >= fromDay && decidedOn <= toDay;
  });
  const seedText = sha256(`demo sample ${name}`).slice(0, 43);
  const { drawn, populationHash } = drawShare(
    population.map((each) => each.id),
    percent,
    seedText,
  );
  if (drawn.length === 0) return;
  const sampleId = idOf(`sample ${name}`);
  const days = { fromDay: dateOf(fromDay), toDay: dateOf(toDay) };
  const draw = { percent, seed: seedText, population: population.length, populationHash };
  await db.caseSample.create({
    data: {
      id: sampleId,
      certifyingBodyId: body,
      ...days,
      ...draw,
      drawnById: personId("certifier"),
      drawnAt,
      reviews: {
        create: drawn.map((decisionId) => ({ id: idOf(`review ${name} ${decisionId}`), decisionId })),
      },
    },
  });
  for (const [index, decisionId] of drawn.entries()) {
    const caseId = population.find((each) => each.id === decisionId)?.caseId ?? "";
    if (name === "this year" && index > 0) break;
    await giveAndWrite(seed, {
      id: idOf(`review ${name} ${decisionId}`),
      caseId,
      index,
      written: name !== "this year",
    });
  }
}

type Look = {
  readonly id: string;
  readonly caseId: string;
  readonly index: number;
  readonly written: boolean;
};

/** Gives a second look to the first certifier who had no part in the case, and writes it where it is to be written. */
async function giveAndWrite(seed: Seed, { id, caseId, index, written }: Look): Promise<void> {
  const { db, now } = seed;
  for (const key of ["certifier-3", "certifier-2", "certifier", "assessor-certifier"]) {
    const reviewerId = personId(key);
    const [row] = await db.$queryRaw<{ barred: boolean }[]>`
      SELECT review_barred(${reviewerId}::uuid, ${caseId}::uuid, ${now}) AS barred`;
    if (row?.barred !== false) continue;
    const given = {
      reviewerId,
      assignedById: personId("certifier"),
      assignedAt: past(seed, written ? -39 : 0, "09:30"),
    };
    await db.caseReview.update({ where: { id }, data: { state: "assigned", ...given } });
    if (!written) return;
    const verdict = { agrees: index !== 1, reasons: index === 1 ? DISAGREES : AGREES };
    const reviewedAt = past(seed, -30 + index, "14:00");
    await db.caseReview.update({ where: { id }, data: { state: "reviewed", ...verdict, reviewedAt } });
    return;
  }
}
