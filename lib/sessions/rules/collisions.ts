/** A stretch of time that takes up a room and people. */
export type Occupation = {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly roomId: string | null;
  readonly facilitatorIds: readonly string[];
};

/** A session that occupies something, by its id. */
export type Occupied = Occupation & { readonly id: string };

/** A stretch of time at which somebody has said that they cannot. */
export type Absence = { readonly personId: string; readonly startsAt: Date; readonly endsAt: Date };

/** Why something cannot be there: the room or a person is taken by another session, or a person has said that they cannot. */
export type Collision<O extends Occupied = Occupied> =
  | { readonly kind: "room"; readonly other: O }
  | { readonly kind: "facilitator"; readonly personId: string; readonly other: O }
  | { readonly kind: "unavailable"; readonly personId: string; readonly absence: Absence };

type Span = { readonly startsAt: Date; readonly endsAt: Date };

/** Whether two stretches share an instant. One may begin when the other ends. */
export function overlaps(a: Span, b: Span): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

/**
 * Everything that `wanted` would collide with, rooms first. The database refuses the first two kinds too (session_room_once,
 * session_facilitator_once); that somebody cannot is a rule only, because they may say so after they were planned.
 */
export function findCollisions<O extends Occupied>(
  wanted: Occupation,
  occupied: readonly O[],
  absences: readonly Absence[],
): Collision<O>[] {
  const others = occupied.filter((other) => overlaps(wanted, other));
  const rooms = others.flatMap((other): Collision<O>[] =>
    wanted.roomId !== null && other.roomId === wanted.roomId ? [{ kind: "room", other }] : [],
  );
  const people = wanted.facilitatorIds.flatMap((personId): Collision<O>[] => [
    ...others
      .filter((other) => other.facilitatorIds.includes(personId))
      .map((other) => ({ kind: "facilitator" as const, personId, other })),
    ...absences
      .filter((absence) => absence.personId === personId && overlaps(wanted, absence))
      .map((absence) => ({ kind: "unavailable" as const, personId, absence })),
  ]);
  return [...rooms, ...people];
}
