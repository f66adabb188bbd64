import "server-only";
import { type Acting, organisationsAs } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";

/** A building of a provider with its rooms. */
export type VenueRow = {
  readonly id: string;
  readonly providerId: string;
  readonly name: string;
  readonly address: string;
  readonly city: string;
  readonly rooms: readonly { id: string; name: string }[];
};

/** The buildings and rooms that those of the providers can book that one is staff of, by city and name. */
export async function listRooms(acting: Acting, providerIds: readonly string[]): Promise<VenueRow[]> {
  const own = organisationsAs(acting, "staff").filter((id) => providerIds.includes(id));
  return database().venue.findMany({
    where: { providerId: { in: own } },
    select: {
      id: true,
      providerId: true,
      name: true,
      address: true,
      city: true,
      rooms: { select: { id: true, name: true }, orderBy: { name: "asc" } },
    },
    orderBy: [{ city: "asc" }, { name: "asc" }],
  });
}
