import "server-only";
import { type Acting, personOf } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";
import { decideOfferAnswer } from "../rules/queue";

export type SeatOffer = NonNullable<Awaited<ReturnType<typeof getOffer>>>;

/** The acting person's own offer of a seat, and whether it can be answered at `now`; null where it is not theirs. */
export async function getOffer(acting: Acting, entryId: string, now: Date) {
  const entry = await database().waitlistEntry.findFirst({
    where: { id: entryId, application: { personId: personOf(acting) } },
    select: {
      id: true,
      state: true,
      offeredAt: true,
      offerExpiresAt: true,
      application: { select: { id: true, payer: true } },
      cohort: {
        select: {
          name: true,
          city: true,
          state: true,
          startsOn: true,
          endsOn: true,
          timeZone: true,
          programmeVersion: {
            select: { title: true, priceMinor: true, currency: true, programme: { select: { slug: true } } },
          },
        },
      },
    },
  });
  if (!entry) return null;
  const { cohort, application, ...offer } = entry;
  const { programmeVersion, ...place } = cohort;
  return {
    ...offer,
    answerable: decideOfferAnswer({ ...offer, cohortState: cohort.state }, now),
    applicationId: application.id,
    payer: application.payer,
    cohort: place,
    programme: {
      title: programmeVersion.title,
      slug: programmeVersion.programme.slug,
      price: programmeVersion.priceMinor,
      currency: programmeVersion.currency,
    },
  };
}
