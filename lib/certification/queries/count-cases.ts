import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleCases, visibleCertificates } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { CaseState } from "@/lib/db/generated/enums";

/** How many cases stand where, from the first evidence to the certificate. */
export type CaseFunnel = {
  readonly collecting: number;
  readonly ready: number;
  /** Recommended, or being heard. */
  readonly recommended: number;
  /** Decided, and not told yet. */
  readonly decided: number;
  readonly appealed: number;
  /** Certificates that are in force or were. */
  readonly certified: number;
};

/** The funnel of the acting certifier's body. */
export async function countCases(acting: Acting): Promise<CaseFunnel> {
  const groups = await database().certificationCase.groupBy({
    by: ["state"],
    where: visibleCases(acting),
    _count: { _all: true },
  });
  const certified = await database().certificate.count({
    where: { AND: [visibleCertificates(acting), { state: { not: "superseded" } }] },
  });
  const count = (...states: CaseState[]) =>
    groups.filter((each) => states.includes(each.state)).reduce((sum, each) => sum + each._count._all, 0);
  return {
    collecting: count("collecting"),
    ready: count("ready"),
    recommended: count("recommended", "hearing"),
    decided: count("decided"),
    appealed: count("appealed"),
    certified,
  };
}
