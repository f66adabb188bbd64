import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleAgreements } from "@/lib/auth/scope";
import { civilDay } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { AgreementKind, AgreementState, CohortState, ParticipantRole } from "@/lib/db/generated/enums";
import { namesSelect } from "@/lib/organisations/facts/names";
import { nameAt } from "@/lib/organisations/rules/name-at";

/** An agreement as its provider's staff edit it. Days are `YYYY-MM-DD`, empty where none is set. */
export type AgreementDetail = {
  readonly id: string;
  readonly title: string;
  readonly kind: AgreementKind;
  readonly state: AgreementState;
  readonly version: number;
  readonly providerId: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly funderId: string;
  readonly diaryNumber: string;
  readonly amountMinor: number | null;
  readonly currency: string;
  readonly coordinatorId: string;
  readonly partners: readonly { id: string; name: string }[];
  readonly roleTargets: readonly { participantRole: ParticipantRole; number: number }[];
  readonly allocations: readonly {
    id: string;
    organisationId: string;
    trackId: string | null;
    track: string | null;
    seats: number;
  }[];
  readonly cohorts: readonly { id: string; name: string; state: CohortState }[];
};

/** The seats kept for partners, by partner and track. */
const seatAllocations = {
  select: {
    id: true,
    organisationId: true,
    trackId: true,
    seats: true,
    track: { select: { name: true } },
  },
  orderBy: [{ organisationId: "asc" }, { track: { position: "asc" } }],
} satisfies Prisma.Agreement$seatAllocationsArgs;

/** One agreement of the own provider; null where there is none for the acting person. */
export async function getAgreement(
  acting: Acting,
  agreementId: string,
  now: Date,
): Promise<AgreementDetail | null> {
  const row = await database().agreement.findFirst({
    where: { AND: [{ id: agreementId }, visibleAgreements(acting)] },
    select: {
      id: true,
      title: true,
      kind: true,
      state: true,
      version: true,
      providerId: true,
      validFrom: true,
      validTo: true,
      funderId: true,
      diaryNumber: true,
      amountMinor: true,
      currency: true,
      coordinatorId: true,
      partners: { select: { organisation: { select: { id: true, names: namesSelect } } } },
      roleTargets: { select: { participantRole: true, number: true } },
      seatAllocations,
      cohorts: { select: { id: true, name: true, state: true }, orderBy: { startsOn: "desc" } },
    },
  });
  if (!row) return null;
  const today = civilDay(now);
  const {
    partners,
    seatAllocations: seats,
    validFrom,
    validTo,
    funderId,
    coordinatorId,
    diaryNumber,
    ...agreement
  } = row;
  return {
    ...agreement,
    validFrom: validFrom.toISOString().slice(0, 10),
    validTo: validTo?.toISOString().slice(0, 10) ?? "",
    funderId: funderId ?? "",
    coordinatorId: coordinatorId ?? "",
    diaryNumber: diaryNumber ?? "",
    partners: partners
      .map(({ organisation }) => ({
        id: organisation.id,
        name: nameAt(organisation.names, today)?.name ?? "",
      }))
      .sort((a, b) => a.name.localeCompare(b.name, "da")),
    allocations: seats.map(({ track, ...each }) => ({ ...each, track: track?.name ?? null })),
  };
}
