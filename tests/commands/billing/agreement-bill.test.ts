import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { editAgreementAction } from "@/lib/agreements/actions";
import type { Acting, Actor } from "@/lib/auth/acting";
import { issueAgreementInvoicesAction, removeChargeAction, saveChargeAction } from "@/lib/billing/actions";
import { getAgreementBasisSheet } from "@/lib/billing/queries/get-agreement-basis-sheet";
import { getInvoiceFile } from "@/lib/billing/queries/get-invoice-file";
import type { PrismaClient } from "@/lib/db/generated/client";
import { makeOrganisation } from "../../factories/organisations";
import { makePersonInRole } from "../../factories/people";
import { actingAs, actorOf } from "../../factories/sign-in";
import { inDays } from "../../factories/unique";
import { call, word } from "../../policy/call";
import type { AnyAction } from "../../policy/row";
import { testDatabase } from "../../setup/database";
import { checkSchematron } from "../../setup/schematron";

const EN16931 = join(import.meta.dirname, "../../fixtures/en16931/CEN-EN16931-UBL.sch");
const dayIn = (days: number) => inDays(days).toISOString().slice(0, 10);

let client: PrismaClient;
let staff: Actor;
let acting: Acting;
let agreementId: string;
let partnerId: string;
let strangerId: string;

beforeAll(async () => {
  client = (await testDatabase()).client;
  const provider = await makeOrganisation(client, { kind: "provider" });
  await client.organisation.update({ where: { id: provider.id }, data: { registrationNumber: "16406899" } });
  partnerId = (await makeOrganisation(client, { kind: "municipality", name: "Solrød Prøvekommune" })).id;
  strangerId = (await makeOrganisation(client, { kind: "municipality" })).id;
  const person = await makePersonInRole(client, "staff", provider.id);
  staff = await actorOf(client, person.id);
  acting = await actingAs(client, person.id, "billing.manage");
  await client.billingProfile.create({
    data: {
      organisationId: provider.id,
      street: "Skovvej 7",
      postalCode: "5000",
      city: "Odense C",
      bankRegistration: "3574",
      bankAccount: "0012345678",
      contactName: "Hanne Bogholder",
      contactEmail: "bogholder@komponent.example",
    },
  });
  const agreement = await client.agreement.create({
    data: {
      kind: "in_house",
      state: "negotiated",
      title: "Lederforløb i Solrød",
      providerId: provider.id,
      validFrom: new Date("2026-01-01"),
      partners: { create: { organisationId: partnerId } },
    },
  });
  agreementId = agreement.id;
});

const run = async (action: AnyAction, values: Record<string, unknown>) =>
  word(await call(client, action, staff, { agreementId, ...values }));
const issue = () => run(issueAgreementInvoicesAction, {});
const charges = () => client.agreementCharge.findMany({ orderBy: { billFrom: "asc" } });
const documents = () =>
  client.invoice.findMany({ where: { agreementId }, orderBy: { number: "asc" }, include: { lines: true } });
const instalment = {
  version: "0",
  text: "Første rate",
  amount: "120.000",
  vatPercent: "0",
  billFrom: dayIn(-2),
  payerGln: "5798003690018",
  payerReference: "REK-77",
};

/** The sum as a form holds it, to be changed. */
async function written(text: string) {
  const charge = await client.agreementCharge.findFirstOrThrow({ where: { agreementId, text } });
  return {
    chargeId: charge.id,
    version: String(charge.version),
    organisationId: charge.organisationId,
    text,
    amount: String(charge.amountMinor / 100),
    vatPercent: String(charge.vatPercent),
    billFrom: charge.billFrom.toISOString().slice(0, 10),
    payerGln: charge.payerGln,
    payerReference: charge.payerReference,
  };
}

describe("the bill of an agreement with sums of its own", () => {
  it("takes two instalments of its partner, one of them for later, and none of a stranger", async () => {
    expect(await run(saveChargeAction, { ...instalment, organisationId: strangerId })).toBe(
      "billing.chargePayer",
    );
    const first = { ...instalment, organisationId: partnerId };
    expect(await run(saveChargeAction, { ...first, amount: "mange" })).toContain("invalid: amount");
    expect(await run(saveChargeAction, { ...first, payerGln: "5798003690019" })).toContain("payerGln");
    expect(await run(saveChargeAction, { ...first, billFrom: "0000-01-01" })).toContain("billFrom");
    expect(await run(saveChargeAction, first)).toBe("done");
    const second = { ...first, text: "Anden rate", amount: "80000", vatPercent: "25", billFrom: dayIn(40) };
    expect(await run(saveChargeAction, second)).toBe("done");
    expect(await run(saveChargeAction, { ...(await written("Anden rate")), version: "7" })).toBe("conflict");
    expect((await charges()).map(({ text, amountMinor }) => [text, amountMinor])).toEqual([
      ["Første rate", 12_000_000],
      ["Anden rate", 8_000_000],
    ]);
  });

  it("is made once the agreement is in force, of what is due by its day, and only once", async () => {
    expect(await issue()).toBe("billing.agreementNegotiated");
    await client.agreement.update({ where: { id: agreementId }, data: { state: "active" } });
    expect(await Promise.all([issue(), issue()]).then((words) => words.sort())).toEqual([
      "billing.nothingDue",
      "done",
    ]);
    const [invoice, ...more] = await documents();
    expect(more).toEqual([]);
    expect(invoice).toMatchObject({ kind: "invoice", netMinor: 12_000_000, vatMinor: 0, cohortId: null });
    expect(invoice?.lines.map(({ text }) => text)).toEqual(["Lederforløb i Solrød: Første rate"]);
  });

  it("is a Peppol file that keeps EN 16931, with the partner's GLN and requisition", async () => {
    const [invoice] = await documents();
    const file = await getInvoiceFile(acting, invoice?.id ?? "");
    expect(file?.xml).toContain('<cbc:EndpointID schemeID="0088">5798003690018</cbc:EndpointID>');
    expect(file?.xml).toContain("<cbc:BuyerReference>REK-77</cbc:BuyerReference>");
    const report = checkSchematron(EN16931, file?.xml ?? "");
    expect(report.broken).toEqual([]);
    expect(report.fired).toBeGreaterThan(50);
  });

  it("keeps payer, VAT and currency of what was invoiced, and cannot forget it", async () => {
    const first = await written("Første rate");
    expect(await run(removeChargeAction, { chargeId: first.chargeId })).toBe("billing.chargeInvoiced");
    expect(await run(saveChargeAction, { ...first, vatPercent: "25" })).toBe("billing.chargeInvoiced");
    const terms = { version: "1", kind: "in_house", title: "x", validFrom: "2026-01-01", validTo: "" };
    const rest = { funderId: "", diaryNumber: "", amount: "", coordinatorId: "", partnerIds: [partnerId] };
    const other = await run(editAgreementAction, { ...terms, ...rest, currency: "SEK" });
    expect(other).toBe("billing.currencyFixed");
    await expect(
      client.agreementCharge.update({ where: { id: first.chargeId }, data: { vatPercent: 25 } }),
    ).rejects.toThrow(/agreement_charge_invoiced/);
  });

  it("gives back what a sum is lowered by, and takes a later one once its day is brought forward", async () => {
    const first = await written("Første rate");
    expect(await run(saveChargeAction, { ...first, amount: "90.000" })).toBe("done");
    const second = await written("Anden rate");
    expect(await run(saveChargeAction, { ...second, billFrom: dayIn(-2) })).toBe("done");
    expect(await issue()).toBe("done");
    const made = (await documents()).slice(1);
    expect(made.map(({ kind, netMinor, vatMinor }) => [kind, netMinor, vatMinor]).sort()).toEqual([
      ["credit_note", 3_000_000, 0],
      ["invoice", 8_000_000, 2_000_000],
    ]);
    const credit = made.find(({ kind }) => kind === "credit_note");
    expect(credit?.parties).toMatchObject({ credits: [1] });
    const sheet = await getAgreementBasisSheet(acting, agreementId, "da", new Date());
    const figures = sheet?.rows.map((row) => [row[0], row[6], row[8], row[9], row[10]]);
    expect(figures?.sort()).toEqual([
      ["Anden rate", 80_000, 80_000, 80_000, 0],
      ["Første rate", 90_000, 90_000, 90_000, 0],
    ]);
  });

  it("lets a sum go that was never invoiced", async () => {
    const third = { ...instalment, organisationId: partnerId, text: "Ekstra", billFrom: dayIn(90) };
    expect(await run(saveChargeAction, third)).toBe("done");
    expect(await run(removeChargeAction, { chargeId: (await written("Ekstra")).chargeId })).toBe("done");
    expect(await charges()).toHaveLength(2);
  });
});
