import type { Rating } from "../../lib/db/generated/enums.ts";
import { contentHash } from "../../lib/observations/rules/content.ts";
import { dateOf, day, idOf, past, type Seed } from "./base.ts";
import { CRITERIA, criterionId, frameworkVersionId } from "./framework.ts";
import { personId } from "./people.ts";

const VERSION = 2;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const positions = Array.from({ length: CRITERIA }, (_, index) => index + 1);
const LETTERS: Readonly<Record<string, Rating>> = {
  R: "reached",
  P: "partly",
  N: "not_reached",
  S: "not_seen",
};
const ratingsOf = (letters: string) =>
  positions.map((position) => ({
    criterionId: criterionId(VERSION, position),
    rating: LETTERS[letters[position - 1] ?? "S"] ?? ("not_seen" as const),
  }));

/** A visit of an hour that has taken place, and the two who observed at it. Returns what their observations refer to. */
async function seedVisitOfTwo(seed: Seed, enrolmentId: string) {
  const { db } = seed;
  const [leadId, secondId] = [personId("assessor"), personId("assessor-2")];
  const visitId = idOf("visit of two");
  const pairId = idOf("observation pair");
  const startsAt = new Date(past(seed, -12, "17:30"));
  await db.observationVisit.create({
    data: {
      id: visitId,
      enrolmentId,
      assessorId: leadId,
      startsAt,
      endsAt: new Date(startsAt.getTime() + HOUR_MS),
      place: "Styrelsen, mødelokale 1",
      situation: "Tavlemøde om de tre forsøg, vi har i gang.",
      othersInformed: true,
      icalUid: `${visitId}@praksis.example`,
      createdAt: past(seed, -30),
    },
  });
  await db.observationVisit.update({ where: { id: visitId }, data: { state: "done" } });
  await db.observationPair.create({
    data: { id: pairId, visitId, leadId, secondId, createdAt: past(seed, -25) },
  });
  return { pairId, visitId, leadId, secondId };
}

type View = {
  readonly enrolmentId: string;
  readonly assessorId: string;
  readonly pairId: string;
  /** The visit, for whoever leads it. */
  readonly visitId: string | null;
  readonly letters: string;
  readonly seen: string;
};

/** What one of a pair saw, written without the other's and handed in. */
async function seedBlindView(seed: Seed, { letters, seen, ...of }: View): Promise<void> {
  const { db, now } = seed;
  const { enrolmentId, assessorId } = of;
  const id = idOf(`blind observation ${assessorId}`);
  const observedOn = day(seed, -12);
  const text = { situation: "Tavlemøde med otte medarbejdere og en borger", seen, interpreted: "" };
  const ratings = ratingsOf(letters).map((note) => ({
    ...note,
    evidence: note.rating === "not_seen" ? "" : "Set i den første halve time.",
  }));
  await db.observation.create({
    data: {
      ...of,
      ...text,
      id,
      observedOn: dateOf(observedOn),
      createdAt: past(seed, -12),
      ratings: { create: ratings },
    },
  });
  const content = {
    ...text,
    enrolmentId,
    assessorId,
    organisationId: null,
    observedOn,
    amendsId: null,
    ratings,
    files: [],
  };
  await db.observation.update({
    where: { id },
    data: {
      state: "submitted",
      submittedAt: past(seed, -11),
      contentHash: contentHash(content),
      updatedAt: now,
    },
  });
}

/** What two assessors saw at one visit, each for themself: they differ on two criteria and have begun to agree. */
async function seedPair(seed: Seed, enrolmentId: string): Promise<void> {
  const { pairId, visitId, leadId, secondId } = await seedVisitOfTwo(seed, enrolmentId);
  await seedBlindView(seed, {
    enrolmentId,
    assessorId: leadId,
    pairId,
    visitId,
    letters: "RRPPSRSP",
    seen: "Lederen spurgte tre gange, hvad borgerne havde sagt, og ventede på svar.",
  });
  await seedBlindView(seed, {
    enrolmentId,
    assessorId: secondId,
    pairId,
    visitId: null,
    letters: "RRPNSRSR",
    seen: "Gruppen tegnede forsøgene. To blev ikke spurgt. En borger fortalte om ventetiden.",
  });
  await seed.db.pairAgreement.create({
    data: {
      pairId,
      criterionId: criterionId(VERSION, 4),
      rating: "partly",
      reason:
        "To blev ikke spurgt, men lederen ventede på svar fra resten. Det er noget af det, ikke det hele.",
      proposedById: secondId,
      proposedAt: past(seed, -9),
    },
  });
}

/** Times that wait for a participant's choice. */
async function seedOffer(seed: Seed, enrolmentId: string): Promise<void> {
  const id = idOf("visit on offer");
  const first = new Date(past(seed, -1, "10:00")).getTime() + 10 * DAY_MS;
  const slots = [0, 1, 2].map((days) => ({
    startsAt: new Date(first + days * DAY_MS),
    endsAt: new Date(first + days * DAY_MS + 2 * HOUR_MS),
  }));
  const [slot] = slots;
  if (!slot) throw new Error("unreachable");
  await seed.db.observationVisit.create({
    data: {
      id,
      enrolmentId,
      assessorId: personId("assessor-2"),
      state: "proposed",
      ...slot,
      place: "Styrelsen, mødelokale 1",
      travelMinutes: 40,
      icalUid: `${id}@praksis.example`,
      createdAt: past(seed, -2),
      slots: { create: slots },
    },
  });
}

const CASE = {
  situation: "Et tavlemøde i en afdeling. Otte medarbejdere og deres leder; to forsøg er i gang.",
  seen: "Lederen begyndte med at spørge, hvad der ikke var gået godt, og fortalte selv om en fejl. To medarbejdere fortalte. Lederen foreslog derefter en løsning og bad om indvendinger. Der kom ingen. En medarbejder tegnede på tavlen, hvordan en borger oplever forløbet. Mødet sluttede uden aftale om, hvem der gør hvad.",
};

const ROUNDS = [
  {
    key: "first",
    title: "Tavlemødet uden aftale",
    opened: -80,
    due: -66,
    answers: { assessor: "PRPPRNNP", "assessor-2": "PRPNRNNP", "assessor-3": "RRPPRNSP" },
  },
  {
    key: "between",
    title: "Samtalen om et forslag, der faldt",
    opened: -40,
    due: -20,
    answers: { assessor: "PRPRRNPP", "assessor-2": "PRPPRNPP" },
  },
  {
    key: "second",
    title: "Værkstedet med to brugere",
    opened: -6,
    due: 12,
    answers: { "assessor-2": "RPPRPSSR" },
  },
] as const;

/** Three calibration rounds: one that was talked about, one that is to be, and one that is open. */
async function seedRounds(seed: Seed): Promise<void> {
  const { db } = seed;
  for (const { key, title, opened, due, answers } of ROUNDS) {
    const id = idOf(`calibration ${key}`);
    await db.calibrationRound.create({
      data: {
        id,
        frameworkVersionId: frameworkVersionId(VERSION),
        title,
        ...CASE,
        authorId: personId("certifier"),
        openedAt: past(seed, opened),
        dueOn: dateOf(day(seed, due)),
      },
    });
    for (const [assessor, letters] of Object.entries(answers)) {
      const of = { roundId: id, assessorId: personId(assessor) };
      await db.calibrationAnswer.create({ data: { ...of, submittedAt: past(seed, opened + 5) } });
      await db.calibrationRating.createMany({
        data: ratingsOf(letters).map((each, index) => ({
          ...of,
          ...each,
          reason: index === 3 ? "Ingen indvendinger er ikke det samme som dialog." : "",
        })),
      });
    }
  }
  await db.calibrationRound.update({
    where: { id: idOf("calibration between") },
    data: { state: "closed", closedAt: past(seed, -19) },
  });
  const where = { id: idOf("calibration first") };
  await db.calibrationRound.update({ where, data: { state: "closed", closedAt: past(seed, -66) } });
  await db.calibrationRound.update({
    where,
    data: {
      state: "discussed",
      discussedAt: past(seed, -60),
      conclusion:
        "Tavshed efter et forslag tæller ikke som dialog. Vi ser efter, om lederen spørger dem, der ikke har sagt noget.",
    },
  });
}

/** What assessors do together, at somebody who came late and has nothing else yet: a visit of two, times on offer, and calibration. */
export async function seedObservingTogether(seed: Seed): Promise<void> {
  const { id } = await seed.db.enrolment.findFirstOrThrow({
    where: { personId: personId("run-styrelse-4") },
    select: { id: true },
  });
  await seedPair(seed, id);
  await seedOffer(seed, id);
  await seedRounds(seed);
}
