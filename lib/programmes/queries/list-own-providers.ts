import "server-only";
import { type Acting, organisationsAs } from "@/lib/auth/acting";
import { civilDay } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import { namesSelect } from "@/lib/organisations/facts/names";
import { nameAt } from "@/lib/organisations/rules/name-at";

/** The providers that the acting person is staff of, by the name they bear today. */
export async function listOwnProviders(acting: Acting, now: Date): Promise<{ id: string; name: string }[]> {
  const ids = organisationsAs(acting, "staff");
  const providers = await database().organisation.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      names: namesSelect,
    },
  });
  const today = civilDay(now);
  return providers
    .map(({ id, names }) => ({ id, name: nameAt(names, today)?.name ?? "" }))
    .sort((a, b) => a.name.localeCompare(b.name, "da"));
}
