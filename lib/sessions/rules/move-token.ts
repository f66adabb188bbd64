/** A move that is meant and not saved: it lives in the address of the plan. Wall times in the session's own zone. */
export type PendingMove = {
  readonly sessionId: string;
  readonly day: string;
  readonly from: string;
  readonly to: string;
};

const TOKEN =
  /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})~(\d{4}-\d\d-\d\d)~([01]\d|2[0-3])([0-5]\d)~([01]\d|2[0-3])([0-5]\d)$/;

/** How many sessions one planning act moves. */
const MOST_MOVES = 60;

/** A move as a piece of an address: `<session>~2027-05-13~0900~1600`. */
export function moveToken({ sessionId, day, from, to }: PendingMove): string {
  return `${sessionId}~${day}~${from.replace(":", "")}~${to.replace(":", "")}`;
}

/** The moves in an address, the last of each session; what is no move is left out. */
export function parseMoves(values: string | readonly string[] | undefined): PendingMove[] {
  const moves = new Map<string, PendingMove>();
  for (const value of [values ?? []].flat()) {
    const [, sessionId, day, hour, minute, toHour, toMinute] = TOKEN.exec(value) ?? [];
    if (!sessionId || !day || Number.isNaN(Date.parse(`${day}T00:00:00Z`))) continue;
    moves.set(sessionId, { sessionId, day, from: `${hour}:${minute}`, to: `${toHour}:${toMinute}` });
  }
  return [...moves.values()].slice(0, MOST_MOVES);
}

/** The moves with one more, in place of an earlier one of the same session. */
export function withMove(moves: readonly PendingMove[], move: PendingMove): PendingMove[] {
  return [...moves.filter(({ sessionId }) => sessionId !== move.sessionId), move];
}
