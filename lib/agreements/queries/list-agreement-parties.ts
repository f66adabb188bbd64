import "server-only";
import { type Acting, organisationsAs } from "@/lib/auth/acting";
import { civilDay } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import type { OrganisationKind } from "@/lib/db/generated/enums";
import { namesSelect } from "@/lib/organisations/facts/names";
import { nameAt } from "@/lib/organisations/rules/name-at";

/** An organisation that an agreement can name. */
export type Party = { readonly id: string; readonly name: string; readonly kind: OrganisationKind };

/** Every organisation by its name at `now`, for staff to make agreements with. */
export async function listAgreementParties(acting: Acting, now: Date): Promise<Party[]> {
  if (organisationsAs(acting, "staff").length === 0) return [];
  const rows = await database().organisation.findMany({
    where: { mergedIntoId: null },
    select: {
      id: true,
      kind: true,
      names: namesSelect,
    },
  });
  const today = civilDay(now);
  return rows
    .map(({ names, ...row }) => ({ ...row, name: nameAt(names, today)?.name ?? "" }))
    .sort((a, b) => a.name.localeCompare(b.name, "da"));
}
