import "server-only";
import { type Acting, organisationsAs } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";

/** A building of a provider with its rooms. */
export type VenueRow = {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly city: string;
  readonly rooms: readonly { id: string; name: string }[];
};

/** The buildings and rooms that a provider one is staff of can book, by city and name. */
export async function listRooms(acting: Acting, providerId: string): Promise<VenueRow[]> {
  if (!organisationsAs(acting, "staff").includes(providerId)) return [];
  return database().venue.findMany({
    where: { providerId },
    select: {
      id: true,
      name: true,
      address: true,
      city: true,
      rooms: { select: { id: true, name: true }, orderBy: { name: "asc" } },
    },
    orderBy: [{ city: "asc" }, { name: "asc" }],
  });
}
