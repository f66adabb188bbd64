/** What a failed delivery tells: nodemailer's code for the step, the SMTP reply's where the server answered, and its words. */
export type DeliveryFailure = {
  readonly code?: string;
  readonly responseCode?: number;
  readonly message: string;
};

/** What becomes of a mail after a failure. */
export type AfterFailure =
  | { readonly state: "queued"; readonly waitMs: number; readonly reason: string }
  | { readonly state: "failed"; readonly reason: string };

/** After this many attempts, a good day in all, a mail is given up. */
export const MAX_ATTEMPTS = 9;

/**
 * For how long a worker has a mail to itself. Longer than every time limit of the SMTP connection together: whoever holds a
 * claim past it is dead, and the mail is taken up again under the same Message-ID.
 */
export const CLAIM_MS = 120_000;

const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 6 * 3_600_000;

/** The server's words without addresses, at most 200 characters: they are kept and shown to administrators. */
function reasonOf({ responseCode, message }: DeliveryFailure): string {
  const words = message
    .replace(/[^\s<>"']+@[^\s<>"']+/g, "…@…")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 200);
  return words || `SMTP ${responseCode ?? "error"}`;
}

/** The steps in which a refusal is about this mail: its envelope, its content. Elsewhere (EAUTH, ETLS) it is about the server. */
const ABOUT_THE_MAIL = ["EENVELOPE", "EMESSAGE"];

/**
 * After `attempts` attempts (this one included). A reply of 500–599 to this mail is permanent (RFC 5321 4.2.1) and ends it at
 * once; anything else waits 15 s, 1 min, 4 min, … up to 6 h.
 */
export function decideAfterFailure(failure: DeliveryFailure, attempts: number): AfterFailure {
  const reason = reasonOf(failure);
  const permanent = ABOUT_THE_MAIL.includes(failure.code ?? "") && (failure.responseCode ?? 0) >= 500;
  if (permanent || attempts >= MAX_ATTEMPTS) return { state: "failed", reason };
  return {
    state: "queued",
    reason,
    waitMs: Math.min(FIRST_WAIT_MS * 4 ** (attempts - 1), LONGEST_WAIT_MS),
  };
}
