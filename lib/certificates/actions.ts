"use server";

import { action } from "@/lib/auth/action";
import { mayIssue, mayLookAfter, mayShare } from "@/lib/auth/policy/certificates";
import { dateColumn } from "@/lib/core/dates";
import { beginRecertification, declineRequest } from "./commands/answer-request";
import { confirmRevocation } from "./commands/confirm-revocation";
import { correctCertificate } from "./commands/correct-certificate";
import { loadCertificate } from "./commands/load-certificate";
import { loadHeldCertificate } from "./commands/load-held-certificate";
import { proposeRevocation } from "./commands/propose-revocation";
import { requestOfBody, shareCertificate } from "./commands/share-certificate";
import { startRun } from "./commands/start-run";
import { liftIssuingStop, stopIssuing } from "./commands/stop-issuing";
import { reinstateCertificate, suspendCertificate } from "./commands/suspend-certificate";
import { withdrawRevocation } from "./commands/withdraw-revocation";
import { loadIssuingRun, loadIssuingStop } from "./facts/load-issuing";
import {
  certificateSchema,
  correctSchema,
  declineRequestSchema,
  liftIssuingSchema,
  proposeRevocationSchema,
  recertifySchema,
  reinstateSchema,
  requestSchema,
  shareSchema,
  startRunSchema,
  stopIssuingSchema,
  suspendSchema,
} from "./schema";

/** Proposes a revocation, with the reason that everybody will see and the one that stays in the body. */
export const proposeRevocationAction = action({
  name: "certificate.proposeRevocation",
  permission: "certificate.revoke",
  input: proposeRevocationSchema,
  recentSignIn: true,
  load: (work, input) => loadCertificate(work, input.certificateId),
  policy: mayLookAfter,
  async run(work, facts, { certificateId: _, ...reasons }) {
    await proposeRevocation(work, facts, reasons);
    return { message: "certificates.revocation.proposed" };
  },
});

/** Carries out what another certifier proposed. */
export const confirmRevocationAction = action({
  name: "certificate.confirmRevocation",
  permission: "certificate.revoke",
  input: certificateSchema,
  recentSignIn: true,
  load: (work, input) => loadCertificate(work, input.certificateId),
  policy: mayLookAfter,
  async run(work, facts) {
    await confirmRevocation(work, facts);
    return { message: "certificates.revocation.confirmed" };
  },
});

/** Takes a proposal back. */
export const withdrawRevocationAction = action({
  name: "certificate.withdrawRevocation",
  permission: "certificate.revoke",
  input: certificateSchema,
  load: (work, input) => loadCertificate(work, input.certificateId),
  policy: mayLookAfter,
  async run(work, facts) {
    await withdrawRevocation(work, facts);
    return { message: "certificates.revocation.withdrawn" };
  },
});

/** Suspends a certificate: it does not hold until it is reinstated. */
export const suspendCertificateAction = action({
  name: "certificate.suspend",
  permission: "certificate.revoke",
  input: suspendSchema,
  recentSignIn: true,
  load: (work, input) => loadCertificate(work, input.certificateId),
  policy: mayLookAfter,
  async run(work, facts, { certificateId: _, ...reasons }) {
    await suspendCertificate(work, facts, reasons);
    return { message: "certificates.suspension.suspended" };
  },
});

/** Ends a suspension. */
export const reinstateCertificateAction = action({
  name: "certificate.reinstate",
  permission: "certificate.revoke",
  input: reinstateSchema,
  recentSignIn: true,
  load: (work, input) => loadCertificate(work, input.certificateId),
  policy: mayLookAfter,
  async run(work, facts, { note }) {
    await reinstateCertificate(work, facts, note);
    return { message: "certificates.suspension.reinstated" };
  },
});

/** Issues a certificate again with what is recorded today, in the place of the earlier one. */
export const correctCertificateAction = action({
  name: "certificate.correct",
  permission: "certificate.issue",
  input: correctSchema,
  recentSignIn: true,
  load: (work, input) => loadCertificate(work, input.certificateId),
  policy: mayLookAfter,
  run: async (work, facts, { seen }) => ({
    message: "certificates.correction.done",
    redirectTo: `/certify/certificates/${await correctCertificate(work, facts, seen)}`,
  }),
});

/** Begins recertification: a new round of the case. */
export const recertifyAction = action({
  name: "certificate.recertify",
  permission: "certificate.issue",
  input: recertifySchema,
  load: (work, input) => loadCertificate(work, input.certificateId),
  policy: mayLookAfter,
  async run(work, facts, { dueOn }) {
    await beginRecertification(work, facts, dueOn ? dateColumn(dueOn) : null);
    return { message: "certificates.recertification.begun" };
  },
});

/** Declines what a holder asked for. */
export const declineRequestAction = action({
  name: "certificate.declineRequest",
  permission: "certificate.issue",
  input: declineRequestSchema,
  load: (work, input) => loadCertificate(work, input.certificateId),
  policy: mayLookAfter,
  async run(work, facts, input) {
    await declineRequest(work, facts, input);
    return { message: "certificates.requests.declined" };
  },
});

/** Says who sees a certificate of one's own. */
export const shareCertificateAction = action({
  name: "certificate.share",
  permission: "certificate.hold",
  input: shareSchema,
  load: (work, input) => loadHeldCertificate(work, input.certificateId),
  policy: mayShare,
  async run(work, facts, { visibility }) {
    await shareCertificate(work, facts, visibility);
    return { message: "certificates.sharing.saved" };
  },
});

/** Asks the certifying body for a new name on one's certificate, or for recertification. */
export const requestOfBodyAction = action({
  name: "certificate.request",
  permission: "certificate.hold",
  input: requestSchema,
  load: (work, input) => loadHeldCertificate(work, input.certificateId),
  policy: mayShare,
  async run(work, facts, { kind, note }) {
    await requestOfBody(work, facts, kind, note);
    return { message: "certificates.requests.sent" };
  },
});

/** Stops all issuing of one's body. */
export const stopIssuingAction = action({
  name: "issuing.stop",
  permission: "certificate.issue",
  input: stopIssuingSchema,
  load: ({ tx, acting }, input) => loadIssuingStop(tx, acting, input.certifyingBodyId),
  policy: mayIssue,
  async run(work, facts, { reason }) {
    await stopIssuing(work, facts, reason);
    return { message: "certificates.issuing.stopDone" };
  },
});

/** Lets one's body issue again. */
export const liftIssuingStopAction = action({
  name: "issuing.resume",
  permission: "certificate.issue",
  input: liftIssuingSchema,
  recentSignIn: true,
  load: ({ tx, acting }, input) => loadIssuingStop(tx, acting, input.certifyingBodyId),
  policy: mayIssue,
  async run(work, facts, { note }) {
    await liftIssuingStop(work, facts, note);
    return { message: "certificates.issuing.liftDone" };
  },
});

/** Releases everybody on a cohort who is decided to be certified, and issues their certificates, by the job. */
export const startRunAction = action({
  name: "issuing.startRun",
  permission: "certificate.issue",
  input: startRunSchema,
  recentSignIn: true,
  load: ({ tx, acting }, input) => loadIssuingRun(tx, acting, input.cohortId),
  policy: mayIssue,
  async run(work, facts) {
    await startRun(work, facts);
    return { message: "certificates.issuing.started" };
  },
});
