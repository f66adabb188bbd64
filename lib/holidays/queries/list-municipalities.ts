import "server-only";
import { type Acting, organisationsAs } from "@/lib/auth/acting";
import { civilDay } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import { namesSelect } from "@/lib/organisations/facts/names";
import { nameAt } from "@/lib/organisations/rules/name-at";

/** Every municipality by the name it has at `now`, for staff of a provider to keep its school holidays. */
export async function listMunicipalities(acting: Acting, now: Date): Promise<{ id: string; name: string }[]> {
  if (organisationsAs(acting, "staff").length === 0) return [];
  const rows = await database().organisation.findMany({
    where: { kind: "municipality", mergedIntoId: null },
    select: { id: true, names: namesSelect },
  });
  const today = civilDay(now);
  return rows
    .map(({ id, names }) => ({ id, name: nameAt(names, today)?.shortName ?? "" }))
    .sort((a, b) => a.name.localeCompare(b.name, "da"));
}
