import { decideTakingApplications } from "@/lib/cohorts/rules/phase";
import { all, allowed, type Decision, refuse } from "@/lib/core/decision";
import type { CohortState, OrganisationKind, PayerKind } from "@/lib/db/generated/enums";
import { digitsOf } from "@/lib/organisations/rules/gln";

/** What decides whether an application may be handed in. */
export type SubmissionFacts = {
  readonly cohort: {
    readonly state: CohortState;
    readonly applicationDeadline: Date;
    /** Ids of the tracks one chooses among. */
    readonly trackIds: readonly string[];
    /** Whether the cohort runs under an agreement that pays. */
    readonly agreementPays: boolean;
  };
  readonly applicantEmail: string;
  readonly alreadyEnrolled: boolean;
  readonly application: {
    readonly trackId: string | null;
    readonly organisation: { readonly kind: OrganisationKind; readonly country: string } | null;
    readonly organisationOther: string;
    readonly managerEmail: string;
    readonly payer: PayerKind;
    readonly payerGln: string;
  };
};

/** `name@host` as two writings of one mailbox are compared: NFKC, lower-case, without what follows a plus sign. */
function mailbox(email: string): string {
  const [local = "", host = ""] = email.normalize("NFKC").trim().toLowerCase().split("@");
  return `${local.split("+")[0]}@${host}`;
}

/** Whether two addresses are one mailbox in two writings. */
export function isSameMailbox(one: string, other: string): boolean {
  return mailbox(one) === mailbox(other);
}

/** Whether `managerEmail` may be asked: it is not the applicant's own mailbox in another writing. */
export function decideManagerAddress(managerEmail: string, applicantEmail: string): Decision {
  return isSameMailbox(managerEmail, applicantEmail)
    ? refuse("application.managerIsApplicant", undefined, "managerEmail")
    : allowed;
}

function decideManager({ applicantEmail, application }: SubmissionFacts): Decision {
  if (application.managerEmail === "") {
    return application.payer === "self"
      ? allowed
      : refuse("application.managerMissing", undefined, "managerEmail");
  }
  return decideManagerAddress(application.managerEmail, applicantEmail);
}

function decideTrack({ cohort, application }: SubmissionFacts): Decision {
  if (cohort.trackIds.length === 0) return allowed;
  if (application.trackId === null) return refuse("application.trackMissing", undefined, "trackId");
  return cohort.trackIds.includes(application.trackId)
    ? allowed
    : refuse("application.trackUnknown", undefined, "trackId");
}

const PUBLIC_BODIES: readonly OrganisationKind[] = ["municipality", "region", "state"];

/**
 * Whether the invoice needs a GLN: Danish public bodies take electronic invoices only (Act on public payments,
 * bekendtgørelse 206/2011), others may be billed without.
 */
export function needsGln(
  application: Pick<SubmissionFacts["application"], "payer" | "organisation">,
): boolean {
  const { payer, organisation } = application;
  return (
    payer === "organisation" &&
    organisation !== null &&
    organisation.country === "DK" &&
    PUBLIC_BODIES.includes(organisation.kind)
  );
}

function decidePayer({ cohort, application }: SubmissionFacts): Decision {
  const { payer, organisation, organisationOther, payerGln } = application;
  if ((payer === "agreement") !== cohort.agreementPays) {
    return refuse("application.payerUnfit", undefined, "payer");
  }
  if (payer === "self") return allowed;
  if (organisation === null && organisationOther === "") {
    return refuse("application.organisationMissing", undefined, "organisationId");
  }
  return needsGln(application) && digitsOf(payerGln) === ""
    ? refuse("application.glnMissing", undefined, "payerGln")
    : allowed;
}

/**
 * Whether an application whose fields are well-formed may be handed in at `now`; refused as `application.…` with the field it
 * concerns. A manager is asked wherever somebody else pays.
 */
export function decideSubmission(facts: SubmissionFacts, now: Date): Decision {
  return all(
    decideTakingApplications(facts.cohort, now),
    facts.alreadyEnrolled ? refuse("enrolment.alreadyEnrolled") : allowed,
    decideTrack(facts),
    decideManager(facts),
    decidePayer(facts),
  );
}
