import "server-only";
import { type Acting, organisationsAs } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";
import type { AgreementKind } from "@/lib/db/generated/enums";

/** An agreement that a cohort can run under. */
export type AgreementChoice = { readonly id: string; readonly title: string; readonly kind: AgreementKind };

/** Negotiated and active agreements of the own provider, by title. */
export async function listAgreementChoices(acting: Acting): Promise<AgreementChoice[]> {
  return database().agreement.findMany({
    where: { providerId: { in: organisationsAs(acting, "staff") }, state: { in: ["negotiated", "active"] } },
    select: { id: true, title: true, kind: true },
    orderBy: { title: "asc" },
  });
}
