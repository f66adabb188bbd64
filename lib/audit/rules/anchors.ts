/**
 * What is written down outside the database of the events of a while: how many, and one digest of their hashes. Whoever takes the
 * last events of a stream away, with all rights on the database, leaves a chain that is whole and an anchor that is not
 * (design/trust.md, "Audit").
 */
export type Anchor = {
  /** Of events after this instant (ISO 8601, UTC); null from the beginning. */
  readonly after: string | null;
  /** Up to and with this instant. */
  readonly until: string;
  readonly events: number;
  /** SHA-256, hexadecimal, of the events' hashes in the order of stream and position. */
  readonly digest: string;
};

/** What is found of the same while now. */
export type Found = Pick<Anchor, "events" | "digest">;

/** A while whose events are not what they were. */
export type Discrepancy = Pick<Anchor, "after" | "until">;

const HOUR_MS = 3_600_000;

/** Up to when events can be anchored at `now`: an action notes the time at which it began, and is over within the hour. */
export const anchoredUntil = (now: Date): Date => new Date(now.getTime() - HOUR_MS);

const isInstant = (value: unknown): value is string =>
  typeof value === "string" && new Date(value).toISOString() === value;

function anchorOf(line: string): Anchor | null {
  try {
    const { after, until, events, digest } = JSON.parse(line);
    const sound = (after === null || isInstant(after)) && isInstant(until) && Number.isInteger(events);
    return sound && typeof digest === "string" ? { after, until, events, digest } : null;
  } catch {
    return null;
  }
}

/** An anchor as a line of the file. */
export const lineOf = ({ after, until, events, digest }: Anchor): string =>
  `${JSON.stringify({ after, until, events, digest })}\n`;

/**
 * The anchors in the text of the file. `whole` is false where a line cannot be read, or does not begin where the one before ends: a
 * line was changed or taken out.
 */
export function readAnchors(text: string): { anchors: Anchor[]; whole: boolean } {
  const lines = text.split("\n").slice(0, -1).map(anchorOf);
  const anchors = lines.filter((each) => each !== null);
  const follow = anchors.every(({ after }, at) => after === (anchors[at - 1]?.until ?? null));
  return {
    anchors,
    whole: follow && anchors.length === lines.length && (text === "" || text.endsWith("\n")),
  };
}

/** The whiles of which something else is found now than was written down. `found` is in the order of `anchors`. */
export function discrepancies(anchors: readonly Anchor[], found: readonly Found[]): Discrepancy[] {
  return anchors
    .filter(({ events, digest }, at) => found[at]?.events !== events || found[at]?.digest !== digest)
    .map(({ after, until }) => ({ after, until }));
}
