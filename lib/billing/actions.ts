"use server";

import { action } from "@/lib/auth/action";
import { mayManageEnrolment } from "@/lib/auth/policy/enrolments";
import { mayActForProvider } from "@/lib/auth/policy/providers";
import { insist } from "@/lib/core/decision";
import { decideVersion } from "@/lib/core/version";
import { correctBill, loadBill, loadProvider, saveProfile } from "./commands/edit-billing";
import { issueInvoices, loadBasisToIssue } from "./commands/issue-invoices";
import { billingProfileSchema, correctBillSchema, issueInvoicesSchema } from "./schema";

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
