import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";

/** The installation in figures. */
export type InstallationFigures = {
  readonly people: number;
  readonly admins: number;
  readonly organisations: number;
  /** People with a session in force. */
  readonly signedIn: number;
};

/** How many there are of what an administrator looks after; null for whoever may not see it. */
export async function getInstallation(acting: Acting, now: Date): Promise<InstallationFigures | null> {
  if (acting.permission !== "installation.view") return null;
  const inForce = { validFrom: { lte: now }, OR: [{ validTo: null }, { validTo: { gt: now } }] };
  const session = { expiresAt: { gt: now }, endsAt: { gt: now } };
  const [people, admins, organisations, signedIn] = await Promise.all([
    database().person.count({ where: { closedAt: null } }),
    database().person.count({
      where: { closedAt: null, roleGrants: { some: { role: "admin", ...inForce } } },
    }),
    database().organisation.count(),
    database().person.count({ where: { signInSessions: { some: session } } }),
  ]);
  return { people, admins, organisations, signedIn };
}
