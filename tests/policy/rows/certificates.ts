import {
  confirmRevocationAction,
  correctCertificateAction,
  declineRequestAction,
  liftIssuingStopAction,
  proposeRevocationAction,
  recertifyAction,
  reinstateCertificateAction,
  requestOfBodyAction,
  shareCertificateAction,
  startRunAction,
  stopIssuingAction,
  suspendCertificateAction,
  withdrawRevocationAction,
} from "@/lib/certificates/actions";
import { recordedToday } from "@/lib/certificates/facts/recorded-today";
import { allowCheck } from "@/lib/certificates/queries/allow-check";
import { findByDocument } from "@/lib/certificates/queries/find-by-document";
import { findPublicCertificate } from "@/lib/certificates/queries/find-public-certificate";
import { getCertificate } from "@/lib/certificates/queries/get-certificate";
import { getDownloadableCertificate } from "@/lib/certificates/queries/get-downloadable-certificate";
import { getLatestCheck } from "@/lib/certificates/queries/get-latest-check";
import { getPublicCertificate } from "@/lib/certificates/queries/get-public-certificate";
import { listCertificates } from "@/lib/certificates/queries/list-certificates";
import { listIssuing } from "@/lib/certificates/queries/list-issuing";
import { listListedCertificates } from "@/lib/certificates/queries/list-listed-certificates";
import { listMyCertificates } from "@/lib/certificates/queries/list-my-certificates";
import { certificatePayloadSchema } from "@/lib/certificates/rules/payload";
import { differencesOf } from "@/lib/certificates/rules/succession";
import { hashOf, sha256 } from "@/lib/core/hash";
import { database } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { makeCase } from "../../factories/cases";
import { makeCertificate, makeRevocation, makeSuspension } from "../../factories/certificates";
import { makeEnrolment } from "../../factories/enrolments";
import { makePersonInRole } from "../../factories/people";
import type { World } from "../../factories/world";
import { type ActorName, everybody } from "../actors";
import type { ActionRow, QueryRow } from "../row";

const certifiers: readonly ActorName[] = ["certifier", "colleagueCertifier"];
const holder = ({ own }: World) => own.certified.enrolment.personId;

/** A certificate of the own side that somebody else of the body proposed to revoke. */
async function proposed({ own }: World, db: PrismaClient) {
  const enrolment = await makeEnrolment(db, { cohortId: own.cohorts.running.id });
  const { id: caseId } = await makeCase(db, { enrolmentId: enrolment.id, state: "released" });
  const certificate = await makeCertificate(db, { caseId });
  await makeRevocation(db, { certificateId: certificate.id });
  return { certificateId: certificate.id };
}

/** Another certificate of the own side, in a case of its own. */
async function another({ own }: World, db: PrismaClient, validUntil: Date | null = null) {
  const enrolment = await makeEnrolment(db, { cohortId: own.cohorts.running.id });
  const { id: caseId } = await makeCase(db, { enrolmentId: enrolment.id, state: "released" });
  return makeCertificate(db, { caseId, validUntil });
}

async function suspended(world: World, db: PrismaClient) {
  const { id } = await another(world, db);
  await makeSuspension(db, { certificateId: id });
  return { certificateId: id, note: "Undersøgt og i orden." };
}

async function requested(world: World, db: PrismaClient) {
  const { id } = await another(world, db);
  const request = await db.certificateRequest.create({
    data: { certificateId: id, kind: "recertification", requestedAt: new Date() },
  });
  return { certificateId: id, requestId: request.id, answer: "Ordningen er lukket." };
}

/** What the form of a correction shows, as its hash. */
async function corrected(world: World, db: PrismaClient) {
  const { id, caseId, payload } = await another(world, db);
  const today = await recordedToday(db, caseId, new Date());
  return {
    certificateId: id,
    seen: hashOf(differencesOf(certificatePayloadSchema.parse(payload), today)),
  };
}

/** Own body's issuing, stopped by one of its certifiers. */
async function stopped({ own }: World, db: PrismaClient) {
  const certifyingBodyId = own.body.id;
  const certifier = await makePersonInRole(db, "certifier", certifyingBodyId);
  const open = await db.issuingStop.count({ where: { certifyingBodyId, liftedAt: null } });
  if (open === 0)
    await db.issuingStop.create({
      data: {
        certifyingBodyId,
        reason: "En fejl undersøges.",
        stoppedById: certifier.id,
        stoppedAt: new Date(),
      },
    });
  return { certifyingBodyId, note: "Undersøgt." };
}

/** A cohort of the own side with a decision to certify that waits to be released. */
async function waiting({ own }: World, db: PrismaClient) {
  const cohortId = own.cohorts.running.id;
  const enrolment = await makeEnrolment(db, { cohortId });
  await makeCase(db, { enrolmentId: enrolment.id, state: "decided" });
  await db.issuingStop.updateMany({
    where: { certifyingBodyId: own.body.id, liftedAt: null },
    data: {
      liftedAt: new Date(),
      liftedById: (await makePersonInRole(db, "certifier", own.body.id)).id,
    },
  });
  return { cohortId };
}

const REASONS = { publicReason: "Grundlaget undersøges.", internalReason: "Se notat 12." };
const inAYear = () => new Date(Date.now() + 365 * 86_400_000);

export const actionRows: readonly ActionRow[] = [
  {
    action: suspendCertificateAction,
    input: async (world, db) => ({ certificateId: (await another(world, db)).id, ...REASONS }),
    allowed: certifiers,
  },
  { action: reinstateCertificateAction, input: suspended, allowed: certifiers },
  { action: correctCertificateAction, input: corrected, allowed: certifiers },
  {
    action: recertifyAction,
    input: async (world, db) => ({ certificateId: (await another(world, db, inAYear())).id, dueOn: "" }),
    allowed: certifiers,
  },
  { action: declineRequestAction, input: requested, allowed: certifiers },
  {
    action: shareCertificateAction,
    input: ({ own }) => ({ certificateId: own.certified.certificate.id, visibility: "public" }),
    subject: holder,
    allowed: ["subject"],
  },
  {
    action: requestOfBodyAction,
    input: ({ own }) => ({
      certificateId: own.certified.certificate.id,
      kind: "recertification",
      note: "Jeg leder i dag et nyt område.",
    }),
    subject: holder,
    allowed: ["subject"],
  },
  {
    action: stopIssuingAction,
    input: async (world, db) => {
      await waiting(world, db);
      return { certifyingBodyId: world.own.body.id, reason: "En fejl undersøges." };
    },
    allowed: certifiers,
  },
  { action: liftIssuingStopAction, input: stopped, allowed: certifiers },
  { action: startRunAction, input: waiting, allowed: certifiers },
  {
    action: proposeRevocationAction,
    input: ({ own }) => ({
      certificateId: own.certified.certificate.id,
      publicReason: "Bygger på en fejl.",
      internalReason: "Se notat 12.",
    }),
    allowed: certifiers,
  },
  { action: confirmRevocationAction, input: proposed, allowed: certifiers },
  { action: withdrawRevocationAction, input: proposed, allowed: certifiers },
];

export const queryRows: readonly QueryRow[] = [
  {
    query: "certificates/queries/find-by-document",
    permission: "certificate.verify",
    // Whoever has the bytes asks; nobody else can.
    call: async (acting, { own }) => {
      const { id } = own.certified.certificate;
      const bytes = new Uint8Array([1, 2, 3]);
      await database().certificateDocument.createMany({
        data: [{ certificateId: id, locale: "en", bytes, sha256: sha256(bytes), renderedAt: new Date() }],
        skipDuplicates: true,
      });
      return findByDocument(acting, sha256(bytes));
    },
    allowed: everybody,
  },
  {
    query: "certificates/queries/list-listed-certificates",
    permission: "certificate.verify",
    call: async (acting, { own }) => {
      const { id } = own.certified.certificate;
      await database().certificateSharing.createMany({
        data: [{ certificateId: id, visibility: "public", changedAt: new Date() }],
        skipDuplicates: true,
      });
      return (await listListedCertificates(acting, { page: 1 }, new Date())).rows;
    },
    allowed: everybody,
  },
  {
    query: "certificates/queries/list-issuing",
    permission: "certificate.issue",
    call: async (acting) => (await listIssuing(acting, new Date())).bodies,
    shows: (answer, { own }) =>
      (answer as { certifyingBodyId: string }[]).some((each) => each.certifyingBodyId === own.body.id),
    allowed: certifiers,
  },
  {
    query: "certificates/queries/get-latest-check",
    permission: "certification.view",
    call: async (acting, { own }) => {
      const now = new Date();
      const { id } = await database().certificateCheck.create({
        data: { startedAt: now, finishedAt: now, checked: 1, wrong: 1, unknown: 0 },
      });
      await database().certificateCheckFinding.create({
        data: {
          checkId: id,
          position: 0,
          certificateId: own.certified.certificate.id,
          what: "payloadHash",
          verdict: "wrong",
        },
      });
      return (await getLatestCheck(acting))?.findings ?? [];
    },
    allowed: certifiers,
  },
  {
    query: "certificates/queries/get-public-certificate",
    permission: "certificate.verify",
    call: (acting, { own }) => getPublicCertificate(acting, own.certified.certificate.publicId, new Date()),
    allowed: everybody,
  },
  {
    query: "certificates/queries/find-public-certificate",
    permission: "certificate.verify",
    call: async (acting, { own }) => {
      const { serialNumber, holderId } = own.certified.certificate;
      const { name } = await database().person.findUniqueOrThrow({ where: { id: holderId } });
      return findPublicCertificate(acting, { serial: serialNumber, name });
    },
    allowed: everybody,
  },
  {
    query: "certificates/queries/allow-check",
    permission: "certificate.verify",
    // A count of requests, which shows nothing to anybody.
    call: (acting) => allowCheck(acting),
    allowed: [],
  },
  {
    query: "certificates/queries/list-my-certificates",
    permission: "certificate.hold",
    call: (acting) => listMyCertificates(acting, "da", new Date()),
    subject: holder,
    allowed: ["subject"],
  },
  {
    query: "certificates/queries/get-downloadable-certificate",
    permission: "certificate.hold",
    call: (acting, { own }) =>
      getDownloadableCertificate(acting, own.certified.certificate.publicId, new Date()),
    subject: holder,
    allowed: ["subject"],
  },
  {
    query: "certificates/queries/list-certificates",
    permission: "certification.view",
    call: (acting) => listCertificates(acting, { page: 1 }, new Date()),
    shows: (answer, { own }) =>
      (answer as Awaited<ReturnType<typeof listCertificates>>).rows.some(
        (row) => row.id === own.certified.certificate.id,
      ),
    allowed: certifiers,
  },
  {
    query: "certificates/queries/get-certificate",
    permission: "certification.view",
    call: (acting, { own }) => getCertificate(acting, own.certified.certificate.id, new Date()),
    allowed: certifiers,
  },
];
