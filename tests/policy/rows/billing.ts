import {
  correctBillAction,
  issueAgreementInvoicesAction,
  issueInvoicesAction,
  removeChargeAction,
  saveBillingProfileAction,
  saveChargeAction,
} from "@/lib/billing/actions";
import { getAgreementBasis } from "@/lib/billing/queries/get-agreement-basis";
import { getAgreementBasisSheet } from "@/lib/billing/queries/get-agreement-basis-sheet";
import { getBasis } from "@/lib/billing/queries/get-basis";
import { getBasisSheet } from "@/lib/billing/queries/get-basis-sheet";
import { getInvoiceFile } from "@/lib/billing/queries/get-invoice-file";
import { listAgreementPayers } from "@/lib/billing/queries/list-agreement-payers";
import { listBillingProfiles } from "@/lib/billing/queries/list-billing-profiles";
import { listInvoices } from "@/lib/billing/queries/list-invoices";
import { type Db, database } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { unique } from "../../factories/unique";
import type { World } from "../../factories/world";
import { invoice } from "../../rules/billing/documents";
import type { ActionRow, QueryRow } from "../row";

const staff = ["staff", "colleagueStaff"] as const;
const profile = {
  street: "Skovvej 7",
  postalCode: "5000",
  city: "Odense C",
  bankRegistration: "3574",
  bankAccount: "0012345678",
  contactName: "Hanne Bogholder",
  contactEmail: "bogholder@komponent.example",
  paymentDays: 30,
};

/** An agreement in force with a sum that its partner owes. */
async function charged(db: Db, { own }: World) {
  const organisationId = own.municipality.id;
  const { id: agreementId, charges } = await db.agreement.create({
    data: {
      kind: "academy",
      title: unique("aftale"),
      providerId: own.provider.id,
      validFrom: new Date("2026-01-01"),
      partners: { create: { organisationId } },
      charges: {
        create: {
          organisationId,
          text: "Første rate",
          amountMinor: 12_000_000,
          vatPercent: 25,
          billFrom: new Date("2026-01-01"),
        },
      },
    },
    select: { id: true, charges: { select: { id: true } } },
  });
  return { agreementId, chargeId: charges[0]?.id ?? "" };
}

async function withProfile(db: Db, { own }: World): Promise<void> {
  const organisationId = own.provider.id;
  await db.billingProfile.upsert({
    where: { organisationId },
    create: { organisationId, ...profile },
    update: {},
  });
}

/** An invoice made for the own side's running cohort. */
async function made(world: World): Promise<string> {
  const cohortId = world.own.cohorts.running.id;
  const there = await database().invoice.findFirst({ where: { cohortId }, select: { id: true } });
  if (there) return there.id;
  const { seller, buyer, lines } = invoice;
  const { id: enrolmentId } = world.own.mine.enrolment;
  const { id } = await database().invoice.create({
    data: {
      kind: "invoice",
      sellerId: world.own.provider.id,
      number: 1,
      cohortId,
      buyerOrganisationId: world.own.municipality.id,
      issuedOn: new Date("2026-05-13"),
      dueOn: new Date("2026-06-12"),
      currency: "DKK",
      vatPercent: 25,
      netMinor: invoice.netMinor,
      vatMinor: invoice.vatMinor,
      parties: { seller, buyer, credits: [] },
      createdById: world.own.people.staff.id,
      lines: {
        create: lines.map((line, index) => ({
          ...line,
          position: index + 1,
          enrolmentId,
          billId: enrolmentId,
        })),
      },
    },
    select: { id: true },
  });
  return id;
}

export const actionRows: readonly ActionRow[] = [
  {
    action: saveBillingProfileAction,
    input: async (world, client) => ({
      providerId: world.own.provider.id,
      ...profile,
      paymentDays: "30",
      version: String(
        (await client.billingProfile.findUnique({ where: { organisationId: world.own.provider.id } }))
          ?.version ?? 0,
      ),
    }),
    allowed: staff,
  },
  {
    action: issueInvoicesAction,
    input: async (world, client: PrismaClient) => {
      await withProfile(client, world);
      return { cohortId: world.own.cohorts.running.id };
    },
    allowed: staff,
  },
  {
    action: saveChargeAction,
    input: async (world, client) => ({
      ...(await charged(client, world)),
      version: "1",
      organisationId: world.own.municipality.id,
      text: "Første rate, ny",
      amount: "90.000",
      vatPercent: "0",
      billFrom: "2026-02-01",
      payerGln: "",
      payerReference: "REK-7",
    }),
    allowed: staff,
  },
  {
    action: removeChargeAction,
    input: (world, client) => charged(client, world),
    allowed: staff,
  },
  {
    action: issueAgreementInvoicesAction,
    input: async (world, client) => {
      await withProfile(client, world);
      const { agreementId } = await charged(client, world);
      return { agreementId };
    },
    allowed: staff,
  },
  {
    action: correctBillAction,
    input: async (world, client) => {
      const { id, version } = await client.enrolment.findUniqueOrThrow({
        where: { id: world.own.mine.enrolment.id },
      });
      return { enrolmentId: id, version: String(version), payerGln: "", payerReference: "REK-9" };
    },
    allowed: staff,
  },
];

export const queryRows: readonly QueryRow[] = [
  {
    query: "billing/queries/get-agreement-basis",
    permission: "billing.manage",
    call: async (acting, world) =>
      getAgreementBasis(acting, (await charged(database(), world)).agreementId, new Date()),
    allowed: staff,
  },
  {
    query: "billing/queries/get-agreement-basis-sheet",
    permission: "billing.manage",
    call: async (acting, world) =>
      getAgreementBasisSheet(acting, (await charged(database(), world)).agreementId, "da", new Date()),
    allowed: staff,
  },
  {
    query: "billing/queries/list-agreement-payers",
    permission: "billing.manage",
    call: async (acting, world) =>
      listAgreementPayers(acting, (await charged(database(), world)).agreementId, new Date()),
    allowed: staff,
  },
  {
    query: "billing/queries/get-basis",
    permission: "billing.manage",
    call: (acting, world) => getBasis(acting, world.own.cohorts.running.id, new Date()),
    allowed: staff,
  },
  {
    query: "billing/queries/get-basis-sheet",
    permission: "billing.manage",
    call: (acting, world) => getBasisSheet(acting, world.own.cohorts.running.id, "da", new Date()),
    allowed: staff,
  },
  {
    query: "billing/queries/get-invoice-file",
    permission: "billing.manage",
    call: async (acting, world) => getInvoiceFile(acting, await made(world)),
    allowed: staff,
  },
  {
    query: "billing/queries/list-billing-profiles",
    permission: "billing.manage",
    call: (acting) => listBillingProfiles(acting, new Date()),
    shows: (rows, world) => (rows as { id: string }[]).some((each) => each.id === world.own.provider.id),
    allowed: staff,
  },
  {
    query: "billing/queries/list-invoices",
    permission: "billing.manage",
    call: async (acting, world) => {
      await made(world);
      return listInvoices(acting, { cohortId: world.own.cohorts.running.id });
    },
    allowed: staff,
  },
];
