import "server-only";
import { type Acting, organisationsAs } from "@/lib/auth/acting";
import { civilDay } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import { namesSelect } from "@/lib/organisations/facts/names";
import { nameAt } from "@/lib/organisations/rules/name-at";

/** A certifying body that the reader certifies for, by its present name. */
export type OwnBody = { readonly id: string; readonly name: string };

/** The certifying bodies that the acting person certifies for: one for nearly everybody. */
export async function listOwnBodies(acting: Acting, now: Date): Promise<OwnBody[]> {
  const bodies = await database().organisation.findMany({
    where: { id: { in: organisationsAs(acting, "certifier") } },
    select: { id: true, names: namesSelect },
  });
  const today = civilDay(now);
  return bodies
    .map(({ id, names }) => ({ id, name: nameAt(names, today)?.name ?? "" }))
    .sort((a, b) => a.name.localeCompare(b.name, "da"));
}
