import { at, dateOf, day, idOf, past, type Seed } from "./base.ts";
import { cohortId } from "./cohorts.ts";
import { organisationId } from "./organisations.ts";
import { personId } from "./people.ts";

/** Seats that are kept for a municipality, a list its coordinator is writing, and what the provider's invoices say. */
export async function seedSeatsAndBills(seed: Seed): Promise<void> {
  await keepSeats(seed);
  await writeList(seed);
  await agreeSums(seed);
  await seed.db.billingProfile.create({
    data: {
      organisationId: organisationId("komponent"),
      street: "Bakkegårdsvej 14",
      postalCode: "5000",
      city: "Odense C",
      bankRegistration: "3574",
      bankAccount: "0012345678",
      contactName: "Hanne Lindegaard",
      contactEmail: "faktura@komponent.example",
    },
  });
}

/** Two of the four free seats of the next cohort are Fjordby's until a fortnight before it begins. */
async function keepSeats(seed: Seed): Promise<void> {
  const id = idOf("seat class fjordby");
  const cohort = cohortId("odense-foraar");
  await seed.db.seatClass.create({
    data: {
      id,
      cohortId: cohort,
      organisationId: organisationId("fjordby"),
      releasesAt: at(seed, 49, "23:59"),
      createdAt: past(seed, -12),
    },
  });
  await seed.db.keptSeat.createMany({
    data: [29, 30].map((number) => ({ cohortId: cohort, number, seatClassId: id })),
  });
}

/** The academy is paid by its three municipalities in two instalments each: one that can be invoiced by now, one in half a year. */
async function agreeSums(seed: Seed): Promise<void> {
  const partners = ["aadal", "klitborg", "soendermark"] as const;
  const agreementId = idOf("academy agreement");
  await seed.db.agreementCharge.createMany({
    data: partners.flatMap((key, partner) =>
      [-200, 180].map((days, index) => ({
        id: idOf(`charge ${key} ${index}`),
        agreementId,
        organisationId: organisationId(key),
        text: index === 0 ? "Første rate ved opstart" : "Anden rate halvvejs",
        amountMinor: [19_500_000, 14_000_000, 16_500_000][partner] ?? 0,
        vatPercent: 0,
        billFrom: dateOf(day(seed, days)),
        // Klitborg has not given its requisition number for the second one yet.
        payerReference: index === 1 && key === "klitborg" ? "" : `REK-${4120 + partner * 2 + index}`,
        createdAt: past(seed, -230),
      })),
    ),
  });
}

/** Three people to apply for, one of them without an address yet. */
async function writeList(seed: Seed): Promise<void> {
  const people = [
    ["Birgitte Holmgaard", "birgitte.holmgaard@fjordby.example", "Områdeleder", "leder"],
    ["Jens Overby", "", "Afdelingsleder", "leder"],
    ["Lone Egebjerg", "lone.egebjerg@fjordby.example", "Udviklingskonsulent", "konsulent"],
  ] as const;
  await seed.db.groupEntry.create({
    data: {
      id: idOf("group entry fjordby"),
      cohortId: cohortId("odense-foraar"),
      organisationId: organisationId("fjordby"),
      createdById: personId("coordinator"),
      createdAt: past(seed, -1),
      rows: {
        create: people.map(([name, email, title, role], index) => ({
          id: idOf(`group entry row ${index}`),
          line: index + 2,
          name,
          email,
          title,
          role,
          track: role === "leder" ? "Ledere" : "Konsulenter og projektledere",
        })),
      },
    },
  });
}
