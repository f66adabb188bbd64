import "server-only";
import { type Acting, organisationsAs } from "@/lib/auth/acting";
import { civilDay } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import { namesSelect } from "@/lib/organisations/facts/names";
import { nameAt } from "@/lib/organisations/rules/name-at";

export type BillingProfileRow = Awaited<ReturnType<typeof listBillingProfiles>>[number];

/** The acting person's providers, with what their invoices say of them; `profile` is null where nothing is written yet. */
export async function listBillingProfiles(acting: Acting, now: Date) {
  const rows = await database().organisation.findMany({
    where: { id: { in: organisationsAs(acting, "staff") } },
    select: {
      id: true,
      country: true,
      registrationNumber: true,
      gln: true,
      names: namesSelect,
      billingProfile: {
        select: {
          version: true,
          street: true,
          postalCode: true,
          city: true,
          bankRegistration: true,
          bankAccount: true,
          contactName: true,
          contactEmail: true,
          paymentDays: true,
          lastNumber: true,
        },
      },
    },
  });
  const today = civilDay(now);
  return rows.map(({ names, billingProfile, ...row }) => ({
    ...row,
    name: nameAt(names, today)?.name ?? "",
    profile: billingProfile,
  }));
}
