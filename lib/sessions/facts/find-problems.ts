import "server-only";
import { type Acting, organisationsAs } from "@/lib/auth/acting";
import { wallTimeOf } from "@/lib/core/dates";
import { type Refusal, refuse } from "@/lib/core/decision";
import type { Db, Transaction } from "@/lib/db/client";
import { countryOfZone, holidayOn } from "@/lib/holidays/rules/public-holidays";
import { type Collision, findCollisions } from "../rules/collisions";
import { nearestFreeTimes, SEARCH_DAYS } from "../rules/free-times";
import type { WallPeriod } from "../rules/times";
import { loadOccupied, type OccupiedSession } from "./load-occupied";

/** What a session wants to occupy. */
export type Wanted = {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly roomId: string | null;
  readonly facilitatorIds: readonly string[];
  /** The session itself, where it is moved. */
  readonly sessionId: string | null;
};

/** Why something cannot be there, and the nearest times at which it can. */
export type Problem = { readonly refusal: Refusal; readonly free: readonly WallPeriod[] };

const MARGIN_MS = (SEARCH_DAYS + 1) * 86_400_000;

type Taken = Awaited<ReturnType<typeof loadOccupied>>;
type Context = { readonly acting: Acting; readonly now: Date; readonly taken: Taken };

/** Everything that is taken around what is wanted, without the sessions that are to move themselves. */
async function takenAround(db: Db | Transaction, wanted: readonly Wanted[]): Promise<Taken> {
  const starts = wanted.map(({ startsAt }) => startsAt.getTime());
  const ends = wanted.map(({ endsAt }) => endsAt.getTime());
  const moving = new Set(wanted.map(({ sessionId }) => sessionId));
  const taken = await loadOccupied(db, {
    roomIds: wanted.flatMap(({ roomId }) => roomId ?? []),
    personIds: [...new Set(wanted.flatMap(({ facilitatorIds }) => facilitatorIds))],
    from: new Date(Math.min(...starts) - MARGIN_MS),
    until: new Date(Math.max(...ends) + MARGIN_MS),
  });
  return { ...taken, sessions: taken.sessions.filter(({ id }) => !moving.has(id)) };
}

function freeTimes(wanted: Wanted, { taken, now }: Context): WallPeriod[] {
  const starts = wallTimeOf(wanted.startsAt, wanted.timeZone);
  const to = wallTimeOf(wanted.endsAt, wanted.timeZone).slice(11);
  const { timeZone: zone, roomId, facilitatorIds } = wanted;
  return nearestFreeTimes(
    { wanted: { day: starts.slice(0, 10), from: starts.slice(11), to }, zone, roomId, facilitatorIds },
    taken.sessions,
    taken.absences,
    (day) => holidayOn(day, countryOfZone(zone)) !== null,
    now,
  );
}

/** The refusal's values. Of another provider's plan only the time is told, which whoever plans has to know. */
function whatCollides(acting: Acting, other: OccupiedSession): NonNullable<Refusal["params"]> {
  const own = organisationsAs(acting, "staff").includes(other.providerId);
  const starts = wallTimeOf(other.startsAt, other.timeZone);
  return {
    day: starts.slice(0, 10),
    from: starts.slice(11),
    to: wallTimeOf(other.endsAt, other.timeZone).slice(11),
    own: own ? "yes" : "no",
    theme: own ? other.theme : "",
    cohort: own ? other.cohort : "",
  };
}

function asRefusal(
  { acting, taken }: Context,
  wanted: Wanted,
  collision: Collision<OccupiedSession>,
  free: NonNullable<Refusal["params"]>,
): Refusal {
  if (collision.kind === "room") {
    const { other } = collision;
    const params = { room: other.room, ...whatCollides(acting, other), ...free };
    return refuse("session.roomBusyWith", params, "roomId").refusal;
  }
  const { personId } = collision;
  if (collision.kind === "facilitator") {
    const { other } = collision;
    const person = other.facilitators.get(personId) ?? "";
    const params = { person, ...whatCollides(acting, other), ...free };
    return refuse("session.facilitatorBusyWith", params, "facilitatorIds").refusal;
  }
  const { absence } = collision;
  const person = taken.absences.find((each) => each.personId === personId)?.person ?? "";
  const [since, until] = [absence.startsAt, absence.endsAt].map((at) => ({
    moments: [wallTimeOf(at, wanted.timeZone)],
  }));
  const params = { person, since: since ?? "", until: until ?? "", ...free };
  return refuse("session.facilitatorUnavailable", params, "facilitatorIds").refusal;
}

function problemOf(wanted: Wanted, context: Context): Problem | null {
  const [collision] = findCollisions(wanted, context.taken.sessions, context.taken.absences);
  if (!collision) return null;
  const free = freeTimes(wanted, context);
  const moments = free.map(({ day, from }) => `${day}T${from}`);
  const params = { freeCount: free.length, free: { moments } };
  return { refusal: asRefusal(context, wanted, collision, params), free };
}

/** What is wanted in one act may not collide with itself either. */
function problemAmong(wanted: readonly Wanted[], index: number): Problem | null {
  const one = wanted[index];
  if (!one) return null;
  const earlier = wanted.slice(0, index).map((other, at) => ({ ...other, id: String(at) }));
  if (findCollisions(one, earlier, []).length === 0) return null;
  const at = { moments: [wallTimeOf(one.startsAt, one.timeZone)] };
  return { refusal: refuse("session.collideThemselves", { at }).refusal, free: [] };
}

/**
 * What would collide of what is wanted in one planning act, in the order given; null where nothing does. The refusals are
 * `session.roomBusyWith`, `session.facilitatorBusyWith`, `session.facilitatorUnavailable` where somebody has said that they
 * cannot, each with what it collides with and the nearest free times, and `session.collideThemselves`. The number of statements
 * does not depend on how many are wanted.
 */
export async function findProblems(
  db: Db | Transaction,
  acting: Acting,
  wanted: readonly Wanted[],
  now: Date,
): Promise<(Problem | null)[]> {
  if (wanted.length === 0) return [];
  const context = { acting, now, taken: await takenAround(db, wanted) };
  return wanted.map((one, index) => problemOf(one, context) ?? problemAmong(wanted, index));
}
