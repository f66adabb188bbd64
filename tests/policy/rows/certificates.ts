import {
  confirmRevocationAction,
  proposeRevocationAction,
  withdrawRevocationAction,
} from "@/lib/certificates/actions";
import { allowCheck } from "@/lib/certificates/queries/allow-check";
import { findPublicCertificate } from "@/lib/certificates/queries/find-public-certificate";
import { getCertificate } from "@/lib/certificates/queries/get-certificate";
import { getDownloadableCertificate } from "@/lib/certificates/queries/get-downloadable-certificate";
import { getPublicCertificate } from "@/lib/certificates/queries/get-public-certificate";
import { listCertificates } from "@/lib/certificates/queries/list-certificates";
import { listMyCertificates } from "@/lib/certificates/queries/list-my-certificates";
import { database } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { makeCase } from "../../factories/cases";
import { makeCertificate, makeRevocation } from "../../factories/certificates";
import { makeEnrolment } from "../../factories/enrolments";
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

export const actionRows: readonly ActionRow[] = [
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
    call: (acting) => listMyCertificates(acting, new Date()),
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
