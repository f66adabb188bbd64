import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleCohorts } from "@/lib/auth/scope";
import type { Db, Transaction } from "@/lib/db/client";
import { nameAt } from "@/lib/organisations/rules/name-at";
import type { Buyer } from "../rules/document";
import { isCarriedOn, owedFor } from "../rules/owed";

/** What one seat's bill comes to: owed in all, invoiced so far (credits taken off), and so what is to be invoiced or given back. */
export type BasisLine = {
  readonly enrolmentId: string;
  readonly billId: string;
  readonly participant: string;
  readonly buyerOrganisationId: string | null;
  readonly buyerPersonId: string | null;
  readonly buyer: Buyer;
  readonly owedMinor: number;
  readonly invoicedMinor: number;
  /** Above zero: to be invoiced; below: to be credited. */
  readonly dueMinor: number;
  /** The numbers of the invoices that billed it before. */
  readonly invoices: readonly number[];
};

/** A cohort's invoice basis. */
export type Basis = {
  readonly cohortId: string;
  readonly cohort: string;
  readonly programme: string;
  readonly providerId: string;
  readonly currency: string;
  readonly vatPercent: number;
  readonly timeZone: string;
  readonly lines: readonly BasisLine[];
};

function readSeats(db: Db | Transaction, cohortId: string) {
  return db.enrolment.findMany({
    where: { cohortId, payer: { not: "agreement" }, participantRole: { not: "guest" } },
    orderBy: [{ organisationName: "asc" }, { person: { name: "asc" } }],
    select: {
      id: true,
      billId: true,
      state: true,
      payer: true,
      owedPercent: true,
      personId: true,
      payerGln: true,
      payerReference: true,
      organisationId: true,
      organisationName: true,
      person: { select: { name: true } },
      organisation: {
        select: {
          country: true,
          registrationNumber: true,
          gln: true,
          names: { select: { name: true, shortName: true, validFrom: true, validTo: true } },
        },
      },
    },
  });
}

type Seat = Awaited<ReturnType<typeof readSeats>>[number];

function buyerOf(seat: Seat, today: string): Buyer {
  const { organisation } = seat;
  if (seat.payer === "self")
    return {
      name: seat.person.name,
      isPerson: true,
      country: "DK",
      registrationNumber: "",
      gln: "",
      reference: "",
    };
  return {
    name: (organisation && nameAt(organisation.names, today)?.name) ?? seat.organisationName,
    isPerson: false,
    country: organisation?.country ?? "DK",
    registrationNumber: organisation?.registrationNumber ?? "",
    gln: seat.payerGln || (organisation?.gln ?? ""),
    reference: seat.payerReference,
  };
}

/** What was invoiced for each bill so far, credits taken off, and on which invoices. */
async function invoicedSoFar(db: Db | Transaction, billIds: readonly string[]) {
  const lines = await db.invoiceLine.findMany({
    where: { billId: { in: [...billIds] } },
    select: { billId: true, amountMinor: true, invoice: { select: { kind: true, number: true } } },
  });
  const sums = new Map<string, { minor: number; invoices: number[] }>();
  for (const { billId, amountMinor, invoice } of lines) {
    const so = sums.get(billId) ?? { minor: 0, invoices: [] };
    const isInvoice = invoice.kind === "invoice";
    sums.set(billId, {
      minor: so.minor + (isInvoice ? amountMinor : -amountMinor),
      invoices: isInvoice ? [...so.invoices, invoice.number] : so.invoices,
    });
  }
  return sums;
}

/**
 * What is to be invoiced and credited for the seats of a cohort at `now`. A bill that a substitute or a move carries on stands with whoever
 * has the seat now. Null where the acting person has no such cohort.
 */
export async function loadBasis(
  db: Db | Transaction,
  acting: Acting,
  cohortId: string,
  now: Date,
): Promise<Basis | null> {
  const cohort = await db.cohort.findFirst({
    where: { AND: [{ id: cohortId }, visibleCohorts(acting)] },
    select: {
      id: true,
      name: true,
      timeZone: true,
      programmeVersion: {
        select: {
          title: true,
          priceMinor: true,
          currency: true,
          vatPercent: true,
          programme: { select: { providerId: true } },
        },
      },
    },
  });
  if (!cohort) return null;
  const { programmeVersion: version } = cohort;
  const seats = (await readSeats(db, cohortId)).filter((seat) => !isCarriedOn(seat.state));
  const billOf = (seat: Seat) => seat.billId ?? seat.id;
  const sums = await invoicedSoFar(db, seats.map(billOf));
  const today = now.toISOString().slice(0, 10);
  return {
    cohortId,
    cohort: cohort.name,
    programme: version.title,
    providerId: version.programme.providerId,
    currency: version.currency,
    vatPercent: version.vatPercent,
    timeZone: cohort.timeZone,
    lines: seats.map((seat) => {
      const owedMinor = owedFor({ ...seat, priceMinor: version.priceMinor });
      const so = sums.get(billOf(seat)) ?? { minor: 0, invoices: [] };
      return {
        enrolmentId: seat.id,
        billId: billOf(seat),
        participant: seat.person.name,
        buyerOrganisationId: seat.payer === "self" ? null : seat.organisationId,
        buyerPersonId: seat.payer === "self" ? seat.personId : null,
        buyer: buyerOf(seat, today),
        owedMinor,
        invoicedMinor: so.minor,
        dueMinor: owedMinor - so.minor,
        invoices: so.invoices,
      };
    }),
  };
}
