import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleAgreements } from "@/lib/auth/scope";
import { civilDay } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import { namesSelect } from "@/lib/organisations/facts/names";
import { nameAt } from "@/lib/organisations/rules/name-at";

/** Who may be asked to pay a sum of an agreement (`decidePayer`), and whoever pays one already; by name. Empty where there is no such agreement. */
export async function listAgreementPayers(
  acting: Acting,
  agreementId: string,
  now: Date,
): Promise<{ id: string; name: string }[]> {
  const agreement = await database().agreement.findFirst({
    where: { AND: [{ id: agreementId }, visibleAgreements(acting)] },
    select: {
      funderId: true,
      coordinatorId: true,
      partners: { select: { organisationId: true } },
      charges: { select: { organisationId: true } },
    },
  });
  if (!agreement) return [];
  const { funderId, coordinatorId, partners, charges } = agreement;
  const ids = [...partners, ...charges].map(({ organisationId }) => organisationId);
  for (const id of [funderId, coordinatorId]) if (id) ids.push(id);
  const rows = await database().organisation.findMany({
    where: { id: { in: ids } },
    select: { id: true, names: namesSelect },
  });
  const today = civilDay(now);
  return rows
    .map(({ id, names }) => ({ id, name: nameAt(names, today)?.name ?? "" }))
    .sort((a, b) => a.name.localeCompare(b.name, "da"));
}
