import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleAgreements } from "@/lib/auth/scope";
import { civilDay } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import type { AgreementKind, AgreementState } from "@/lib/db/generated/enums";
import { namesSelect } from "@/lib/organisations/facts/names";
import { nameAt } from "@/lib/organisations/rules/name-at";

/** An agreement in the staff's list. Days are `YYYY-MM-DD`. */
export type AgreementRow = {
  readonly id: string;
  readonly title: string;
  readonly kind: AgreementKind;
  readonly state: AgreementState;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly partners: readonly string[];
  readonly cohorts: number;
  readonly seats: number;
};

/** The own provider's agreements: those in force first, then those being negotiated, newest first; then those that are over. */
export async function listAgreements(acting: Acting, now: Date): Promise<AgreementRow[]> {
  const rows = await database().agreement.findMany({
    where: visibleAgreements(acting),
    select: {
      id: true,
      title: true,
      kind: true,
      state: true,
      validFrom: true,
      validTo: true,
      partners: {
        select: {
          organisation: {
            select: { names: namesSelect },
          },
        },
      },
      seatAllocations: { select: { seats: true } },
      _count: { select: { cohorts: true } },
    },
    orderBy: { validFrom: "desc" },
  });
  const today = civilDay(now);
  const order: Record<AgreementState, number> = { active: 0, negotiated: 1, completed: 2, cancelled: 3 };
  return rows
    .map(({ partners, seatAllocations, _count, validFrom, validTo, ...row }) => ({
      ...row,
      validFrom: validFrom.toISOString().slice(0, 10),
      validTo: validTo?.toISOString().slice(0, 10) ?? null,
      partners: partners
        .map(({ organisation }) => nameAt(organisation.names, today)?.shortName ?? "")
        .sort((a, b) => a.localeCompare(b, "da")),
      cohorts: _count.cohorts,
      seats: seatAllocations.reduce((sum, { seats }) => sum + seats, 0),
    }))
    .sort((a, b) => order[a.state] - order[b.state]);
}
