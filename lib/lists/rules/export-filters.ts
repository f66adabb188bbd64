import { type CertificateStanding, certificateStandings } from "@/lib/certificates/rules/standing";
import { OrganisationKind, OutboxState, type Role } from "@/lib/db/generated/enums";
import { grantableRoles } from "@/lib/people/rules/roles";

/** Parameters of a list's address, as they come. */
type Params = Readonly<Record<string, unknown>>;

const textOf = (value: unknown) => (typeof value === "string" ? value.trim().slice(0, 100) : "");

/** What a body's register is narrowed to by its address, on the screen and in the file. */
export function certificateFilter(params: Params): {
  readonly query?: string;
  readonly standing?: CertificateStanding;
} {
  const query = textOf(params.q);
  const standing = certificateStandings.find((each) => each === params.standing);
  return { ...(query && { query }), ...(standing && { standing }) };
}

/** What the list of people is narrowed to by its address. */
export function personFilter(params: Params): { readonly search?: string; readonly role?: Role } {
  const search = textOf(params.search);
  const role = grantableRoles.find((each) => each === params.role);
  return { ...(search && { search }), ...(role && { role }) };
}

/** What the list of organisations is narrowed to by its address. */
export function organisationFilter(params: Params): {
  readonly search?: string;
  readonly kind?: OrganisationKind;
} {
  const search = textOf(params.search);
  const kind = Object.values(OrganisationKind).find((each) => each === params.kind);
  return { ...(search && { search }), ...(kind && { kind }) };
}

/** What the outbox is narrowed to by its address. */
export function outboxFilter(params: Params): { readonly search?: string; readonly state?: OutboxState } {
  const search = textOf(params.search);
  const state = Object.values(OutboxState).find((each) => each === params.state);
  return { ...(search && { search }), ...(state && { state }) };
}

/** The phases that a body's cases are shown by; the first is shown where none is asked for. */
export const casePhases = ["open", "collecting", "ended"] as const;

/** Which phase of a body's cases is asked for by the address. */
export function casePhase(params: Params): (typeof casePhases)[number] {
  return casePhases.find((each) => each === params.phase) ?? casePhases[0];
}
