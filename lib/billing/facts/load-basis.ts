import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleCohorts } from "@/lib/auth/scope";
import { civilDay } from "@/lib/core/dates";
import type { Db, Transaction } from "@/lib/db/client";
import type { Buyer } from "../rules/document";
import { isCarriedOn, owedFor } from "../rules/owed";
import {
  type Billable,
  type BillableLine,
  buyerColumns,
  invoicedSoFar,
  organisationAsBuyer,
} from "./billable";

/** What one seat's bill comes to. */
type BasisLine = BillableLine & { readonly enrolmentId: string; readonly participant: string };

/** A cohort's invoice basis. */
export type Basis = Billable<BasisLine> & {
  readonly cohortId: string;
  /** The agreement that it runs under, whose own sums are billed apart. */
  readonly agreementId: string | null;
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
      organisation: { select: buyerColumns },
    },
  });
}

type Seat = Awaited<ReturnType<typeof readSeats>>[number];

function buyerOf(seat: Seat, today: string): Buyer {
  if (seat.payer !== "self")
    return organisationAsBuyer(seat.organisation, seat, today, seat.organisationName);
  const { name } = seat.person;
  return { name, isPerson: true, country: "DK", registrationNumber: "", gln: "", reference: "" };
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
      name: true,
      timeZone: true,
      agreementId: true,
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
  const soFar = await invoicedSoFar(db, "billId", seats.map(billOf));
  const today = civilDay(now);
  return {
    subject: { cohortId },
    cohortId,
    agreementId: cohort.agreementId,
    providerId: version.programme.providerId,
    currency: version.currency,
    timeZone: cohort.timeZone,
    lines: seats.map((seat) => {
      const owedMinor = owedFor({ ...seat, priceMinor: version.priceMinor });
      const { minor, invoices } = soFar(billOf(seat));
      return {
        enrolmentId: seat.id,
        participant: seat.person.name,
        subject: { enrolmentId: seat.id, billId: billOf(seat) },
        text: `${version.title}, ${cohort.name}: ${seat.person.name}`,
        buyerOrganisationId: seat.payer === "self" ? null : seat.organisationId,
        buyerPersonId: seat.payer === "self" ? seat.personId : null,
        buyer: buyerOf(seat, today),
        vatPercent: version.vatPercent,
        owedMinor,
        invoicedMinor: minor,
        dueMinor: owedMinor - minor,
        invoices,
      };
    }),
  };
}
