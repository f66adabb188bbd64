import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, refuse } from "@/lib/core/decision";

/** A room to be added, in a building there is (`venueId`) or in a new one. */
export type NewRoom = {
  readonly venueId: string;
  readonly venueName: string;
  readonly address: string;
  readonly city: string;
  readonly roomName: string;
};

async function venueOf(work: Work, providerId: string, room: NewRoom): Promise<string> {
  if (room.venueId) {
    const venue = await work.tx.venue.findFirst({
      where: { id: room.venueId, providerId },
      select: { id: true },
    });
    return venue?.id ?? insist(refuse("notFound"));
  }
  if (!room.venueName || !room.city) return insist(refuse("room.venueMissing", undefined, "venueName"));
  const { id } = await work.tx.venue.create({
    data: { providerId, name: room.venueName, address: room.address, city: room.city },
    select: { id: true },
  });
  return id;
}

/** Adds a room that a provider can book; refused as `room.exists` where the building has one of that name. */
export async function addRoom(work: Work, providerId: string, room: NewRoom): Promise<void> {
  const venueId = await venueOf(work, providerId, room);
  const exists = await work.tx.room.count({ where: { venueId, name: room.roomName } });
  if (exists > 0) insist(refuse("room.exists", undefined, "roomName"));
  const { id } = await work.tx.room.create({ data: { venueId, name: room.roomName }, select: { id: true } });
  await work.audit({
    stream: `organisation:${providerId}`,
    action: "room.added",
    entity: "room",
    entityId: id,
    detail: { venueId },
  });
}
