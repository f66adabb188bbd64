"use server";

import { action } from "@/lib/auth/action";
import { mayManageEnrolment } from "@/lib/auth/policy/enrolments";
import { mayActForProvider } from "@/lib/auth/policy/providers";
import { insist } from "@/lib/core/decision";
import { decideVersion } from "@/lib/core/version";
import { correctBill, loadBill, loadProvider, saveProfile } from "./commands/edit-billing";
import { loadCharge, removeCharge, saveCharge } from "./commands/edit-charges";
import { issueInvoices, loadAgreementBasisToIssue, loadBasisToIssue } from "./commands/issue-invoices";
import { decideInvoicingAgreement } from "./rules/charge";
import {
  billingProfileSchema,
  correctBillSchema,
  issueAgreementInvoicesSchema,
  issueInvoicesSchema,
  removeChargeSchema,
  saveChargeSchema,
} from "./schema";

/** Staff write what their provider's invoices say of it. */
export const saveBillingProfileAction = action({
  name: "billing.saveProfile",
  permission: "billing.manage",
  input: billingProfileSchema,
  load: (work, { providerId }) => loadProvider(work, providerId),
  policy: mayActForProvider,
  async run(work, provider, { providerId: _, version, ...content }) {
    await saveProfile(work, provider, version, content);
    return { message: "billing.profile.saved" };
  },
});

/** Staff make the invoices and credit notes that a cohort's basis asks for. */
export const issueInvoicesAction = action({
  name: "billing.issue",
  permission: "billing.manage",
  input: issueInvoicesSchema,
  load: (work, { cohortId }) => loadBasisToIssue(work, cohortId),
  policy: mayActForProvider,
  async run(work, basis) {
    await issueInvoices(work, basis);
    return { message: "billing.issue.done" };
  },
});

/** Staff correct where the bill of a seat goes. */
export const correctBillAction = action({
  name: "billing.correct",
  permission: "billing.manage",
  input: correctBillSchema,
  load: (work, { enrolmentId }) => loadBill(work, enrolmentId),
  policy: mayManageEnrolment,
  async run(work, enrolment, { version, payerGln, payerReference }) {
    insist(decideVersion(enrolment, version));
    await correctBill(work, enrolment, { payerGln, payerReference });
    return { message: "billing.correct.done" };
  },
});

/** Staff write a sum that is agreed for an agreement, or change one: what was invoiced of it is then made up for. */
export const saveChargeAction = action({
  name: "billing.saveCharge",
  permission: "billing.manage",
  input: saveChargeSchema,
  load: (work, { agreementId, chargeId }) => loadCharge(work, agreementId, chargeId),
  policy: mayActForProvider,
  async run(work, loaded, { agreementId: _, chargeId: __, version, ...content }) {
    await saveCharge(work, loaded, version, content);
    return { message: "billing.charges.saved" };
  },
});

/** Staff take away a sum that was never invoiced. */
export const removeChargeAction = action({
  name: "billing.removeCharge",
  permission: "billing.manage",
  input: removeChargeSchema,
  load: (work, { agreementId, chargeId }) => loadCharge(work, agreementId, chargeId),
  policy: mayActForProvider,
  async run(work, loaded) {
    await removeCharge(work, loaded);
    return { message: "billing.charges.removed" };
  },
});

/** Staff make the invoices and credit notes that an agreement's sums ask for. */
export const issueAgreementInvoicesAction = action({
  name: "billing.issueAgreement",
  permission: "billing.manage",
  input: issueAgreementInvoicesSchema,
  load: (work, { agreementId }) => loadAgreementBasisToIssue(work, agreementId),
  policy: mayActForProvider,
  async run(work, basis) {
    insist(decideInvoicingAgreement(basis.state));
    await issueInvoices(work, basis);
    return { message: "billing.issue.done" };
  },
});
