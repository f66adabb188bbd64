import { idOf, past, type Seed } from "./base.ts";
import { organisationId } from "./organisations.ts";
import { personId } from "./people.ts";

/**
 * What became of certificates after they were issued: some holders want to be found, one keeps theirs to themself, one asks to be certified
 * again, one was told no. Last night everything was checked. Once the body stopped issuing for a day.
 */
export async function seedCertificateLife(seed: Seed): Promise<void> {
  const { db } = seed;
  const holders = await db.certificate.findMany({
    where: { state: "issued" },
    orderBy: { serialNumber: "asc" },
    select: { id: true, validUntil: true },
  });
  await db.certificateSharing.createMany({
    data: holders.slice(0, 6).map(({ id }, index) => ({
      certificateId: id,
      visibility: index === 5 ? ("private" as const) : ("public" as const),
      changedAt: past(seed, -40 + index, "10:00"),
    })),
  });
  await seedRequests(seed, holders);
  await db.issuingStop.create({
    data: {
      id: idOf("issuing stop"),
      certifyingBodyId: organisationId("copi"),
      reason: "En observation er registreret på en forkert deltager. Vi gennemgår de seneste sager.",
      stoppedById: personId("certifier-2"),
      stoppedAt: past(seed, -31, "15:20"),
      liftedById: personId("certifier"),
      liftedAt: past(seed, -30, "09:05"),
      liftNote: "Gennemgået: kun én sag var berørt, og den er rettet.",
    },
  });
  await seedRun(seed);
  const checked = await db.certificate.count();
  await db.certificateCheck.create({
    data: {
      id: idOf("certificate check"),
      startedAt: past(seed, 0, "04:20"),
      finishedAt: past(seed, 0, "04:21"),
      checked,
      wrong: 0,
      unknown: 0,
    },
  });
}

/** What two holders asked for: one waits for an answer, one was declined. */
async function seedRequests(
  seed: Seed,
  holders: readonly { readonly id: string; readonly validUntil: Date | null }[],
): Promise<void> {
  const { db } = seed;
  const ending = holders.find(({ validUntil }) => validUntil !== null && validUntil > seed.now);
  if (ending)
    await db.certificateRequest.create({
      data: {
        id: idOf("request recertification"),
        certificateId: ending.id,
        kind: "recertification",
        note: "Jeg leder i dag et nyt område og vil gerne observeres der.",
        requestedAt: past(seed, -6, "13:10"),
      },
    });
  const ended = holders.findLast(({ validUntil }) => validUntil !== null && validUntil < seed.now);
  if (ended)
    await db.certificateRequest.create({
      data: {
        id: idOf("request recertification too late"),
        certificateId: ended.id,
        kind: "recertification",
        requestedAt: past(seed, -20, "08:45"),
        answeredById: personId("certifier"),
        answeredAt: past(seed, -12, "11:30"),
        granted: false,
        answer:
          "Certifikatet er løbet ud, og du leder ikke længere et projekt, vi kan observere. Spørg igen, når du har et nyt.",
      },
    });
}

/** The run by which the running cohort's first certificates were issued. */
async function seedRun({ db }: Seed): Promise<void> {
  const issued = await db.certificate.findMany({
    where: { case: { enrolment: { cohort: { slug: "odense-igangvaerende" } } } },
    orderBy: { serialNumber: "asc" },
    select: {
      id: true,
      caseId: true,
      issuedAt: true,
      case: { select: { enrolment: { select: { cohortId: true } } } },
    },
  });
  const [first] = issued;
  if (!first) return;
  const runId = idOf("issuing run");
  await db.issuingRun.create({
    data: {
      id: runId,
      certifyingBodyId: organisationId("copi"),
      cohortId: first.case.enrolment.cohortId,
      requestedById: personId("certifier-3"),
      requestedAt: first.issuedAt,
      finishedAt: issued.at(-1)?.issuedAt ?? first.issuedAt,
    },
  });
  await db.issuingRunItem.createMany({
    data: issued.map(({ id, caseId, issuedAt }, position) => ({
      runId,
      caseId,
      position,
      state: "issued" as const,
      certificateId: id,
      doneAt: issuedAt,
    })),
  });
}
