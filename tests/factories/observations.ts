import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sha256 } from "../../lib/core/hash.ts";
import type { Db } from "../../lib/db/client.ts";
import type { ConflictDeclaration, Observation, ObservationVisit } from "../../lib/db/generated/client.ts";
import type { ConflictOutcome, ObservationState, Rating, VisitState } from "../../lib/db/generated/enums.ts";
import { contentHash } from "../../lib/observations/rules/content.ts";
import { contentOfRow, contentSelect } from "../../lib/observations/rules/content-rows.ts";
import { dayInDays, HOUR_MS, inDays, unique, walk } from "./unique.ts";

const VISIT_PATHS: Record<VisitState, VisitState[]> = {
  requested: [],
  proposed: ["proposed"],
  booked: ["proposed", "booked"],
  done: ["proposed", "booked", "done"],
  missed: ["proposed", "booked", "missed"],
  cancelled: ["proposed", "booked", "cancelled"],
};

export type VisitOptions = {
  readonly enrolmentId: string;
  readonly assessorId: string;
  readonly state?: VisitState;
  readonly startsAt?: Date;
};

/** A visit of two hours moved to `state` (booked), by default in ten days; one that is over was ten days ago. */
export async function makeVisit(db: Db, options: VisitOptions): Promise<ObservationVisit> {
  const state = options.state ?? "booked";
  const startsAt = options.startsAt ?? inDays(state === "done" || state === "missed" ? -10 : 10);
  const { id } = await db.observationVisit.create({
    data: {
      enrolmentId: options.enrolmentId,
      assessorId: options.assessorId,
      state: "requested",
      startsAt,
      endsAt: new Date(startsAt.getTime() + 2 * HOUR_MS),
      place: "Rådhuset",
      icalUid: `${unique("visit")}@praksis.example`,
    },
    select: { id: true },
  });
  await walk(VISIT_PATHS[state], (to) =>
    db.observationVisit.update({
      where: { id },
      data: to === "cancelled" ? { state: to, cancelReason: "Sygdom" } : { state: to },
    }),
  );
  return db.observationVisit.findUniqueOrThrow({ where: { id } });
}

const PATHS: Record<ObservationState, ObservationState[]> = {
  draft: [],
  submitted: ["submitted"],
  returned: ["submitted", "returned"],
  shared: ["submitted", "shared"],
  responded: ["submitted", "shared", "responded"],
  response_lapsed: ["submitted", "shared", "response_lapsed"],
  locked: ["submitted", "shared", "responded", "locked"],
};

export type ObservationOptions = {
  readonly enrolmentId: string;
  readonly assessorId: string;
  readonly state?: ObservationState;
  readonly visitId?: string | null;
  readonly organisationId?: string | null;
  readonly observedOn?: Date;
  /** One rating a criterion; `reached` gets its evidence. */
  readonly ratings?: readonly { criterionId: string; rating: Rating; evidence?: string }[];
  readonly amends?: { id: string; reason: string };
  /** With a photo beside it, of all of it. */
  readonly photo?: boolean;
};

/** An observation with its text and ratings, moved to `state` (locked). */
export async function makeObservation(db: Db, options: ObservationOptions): Promise<Observation> {
  const seen = "Samlede gruppen om tavlen og spurgte, hvad borgerne havde sagt.";
  const { id } = await db.observation.create({
    data: {
      enrolmentId: options.enrolmentId,
      assessorId: options.assessorId,
      visitId: options.visitId ?? null,
      organisationId: options.organisationId ?? null,
      observedOn: options.observedOn ?? dayInDays(-10),
      situation: "Værksted med otte medarbejdere",
      seen,
      interpreted: "Giver plads til andres viden.",
      amendsId: options.amends?.id ?? null,
      amendReason: options.amends?.reason ?? null,
      ratings: {
        create: (options.ratings ?? []).map(({ criterionId, rating, evidence }) => ({
          criterionId,
          rating,
          evidence: evidence ?? (rating === "reached" ? "Spurgte tre gange ind til erfaringerne." : ""),
        })),
      },
    },
    select: { id: true },
  });
  if (options.photo) await makePhoto(db, id, options.assessorId);
  if (options.state !== "draft") await makeWhole(db, id, options);
  const written = await db.observation.findUniqueOrThrow({ where: { id }, select: contentSelect });
  const changes: Record<ObservationState, object> = {
    draft: {},
    submitted: { submittedAt: inDays(-9), contentHash: contentHash(contentOfRow(written)) },
    returned: { returnReason: "Skriv, hvad der blev sagt." },
    shared: { sharedAt: inDays(-8), responseDueAt: inDays(6) },
    responded: { response: "Jeg kan genkende det.", respondedAt: inDays(-6) },
    response_lapsed: {},
    locked: { lockedAt: inDays(-5) },
  };
  await walk(PATHS[options.state ?? "locked"], (state) =>
    db.observation.update({ where: { id }, data: { state, ...changes[state] } }),
  );
  return db.observation.findUniqueOrThrow({ where: { id } });
}

const PHOTO = Buffer.from("photo");

/** A photo beside a draft, with bytes (of no picture) where files are kept. */
async function makePhoto(db: Db, observationId: string, ownerId: string): Promise<void> {
  const { id } = await db.storedFile.create({
    data: {
      name: "tavlen.jpg",
      mediaType: "image/jpeg",
      size: PHOTO.byteLength,
      sha256: sha256(PHOTO),
      ownerId,
      observations: { create: { observationId, caption: "Tavlen", attachedAt: inDays(-10) } },
    },
    select: { id: true },
  });
  const folder = join(process.env.PRAKSIS_FILES_DIR ?? "", id.slice(0, 2));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, id), PHOTO);
}

/** What the database asks of a submitted observation: an authorised assessor, and a rating of every criterion (`not_seen` of the rest). */
async function makeWhole(db: Db, id: string, { enrolmentId, assessorId }: ObservationOptions): Promise<void> {
  const { cohort } = await db.enrolment.findUniqueOrThrow({
    where: { id: enrolmentId },
    select: {
      cohort: {
        select: {
          programmeVersion: {
            select: { frameworkVersion: { select: { id: true, criteria: { select: { id: true } } } } },
          },
        },
      },
    },
  });
  const framework = cohort.programmeVersion.frameworkVersion;
  if (!framework) return;
  const personId_frameworkVersionId = { personId: assessorId, frameworkVersionId: framework.id };
  await db.assessorAuthorisation.upsert({
    where: { personId_frameworkVersionId },
    create: { ...personId_frameworkVersionId, validFrom: inDays(-365), validTo: inDays(365) },
    update: {},
  });
  await db.criterionRating.createMany({
    data: framework.criteria.map((criterion) => ({
      observationId: id,
      criterionId: criterion.id,
      rating: "not_seen" as const,
    })),
    skipDuplicates: true,
  });
}

/** What an assessor declared of a participant (clear). */
export async function makeConflict(
  db: Db,
  options: {
    readonly assessorId: string;
    readonly participantId: string;
    readonly outcome?: ConflictOutcome;
    readonly ground?: string;
  },
): Promise<ConflictDeclaration> {
  return db.conflictDeclaration.create({
    data: {
      assessorId: options.assessorId,
      participantId: options.participantId,
      outcome: options.outcome ?? "clear",
      ground: options.ground ?? "Ingen forbindelse",
      declaredAt: inDays(-20),
    },
  });
}
