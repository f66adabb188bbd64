/** What is measured: the pages people open most, and the two writes that have to be exact. */
import type { Grown } from "./grow.ts";
import type { Plan, Sent, Subject } from "./measure.ts";
import { hiddenFields, submission } from "./page-form.ts";

const CONNECTIONS = 16;
const cookieOf = (token: string) => `praksis.session=${token}`;

/** A page as whoever holds `token` sees it. Throws where it does not answer 200. */
async function pageOf(subject: Pick<Subject, "url">, path: string, token?: string): Promise<string> {
  const answer = await fetch(subject.url + path, {
    headers: token ? { cookie: cookieOf(token) } : {},
    redirect: "manual",
  });
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  return answer.text();
}

/** Takes turns through what `make` gives for 1, 2, 3 … */
function inTurn(make: (n: number) => Sent): () => Sent {
  let n = 0;
  return () => make(++n);
}

/** The reading plans: each page `amount` times. */
export function readingPlans(amount: number, publicIds: readonly string[]): Plan[] {
  const participant = { cookie: cookieOf("bench-participant") };
  const plan = (name: string, next: () => Sent): Plan => ({
    name,
    amount,
    connections: CONNECTIONS,
    expect: 200,
    warm: Math.max(32, amount / 10),
    next,
  });
  const checkOf = (n: number) => `/verify/${publicIds[n % publicIds.length]}`;
  return [
    plan("catalogue", () => ({ path: "/programmes" })),
    plan("/my", () => ({ path: "/my", headers: participant })),
    {
      ...plan(
        "verify",
        inTurn((n) => ({ path: checkOf(n) })),
      ),
      warm: amount,
    },
    // The floor: the same address by the same way, asked what may be asked of it, which Next answers without a line of ours.
    {
      ...plan(
        "verify, Next alone",
        inTurn((n) => ({ method: "OPTIONS", path: checkOf(n) })),
      ),
      warm: amount,
      expect: 204,
    },
  ];
}

/** Applications to one cohort, each by another person, complete and submitted. */
export async function applyPlan(subject: Pick<Subject, "url">, grown: Grown, amount: number): Promise<Plan> {
  const path = `/programmes/${grown.applyTo.slug}/apply`;
  const fields = hiddenFields(await pageOf(subject, path, grown.tokenOf(1)), 'name="motivation"');
  for (const [name, value] of [
    ["intent", "submit"],
    ["participantRole", "manager"],
    ["trackId", grown.applyTo.trackId],
    ["title", "Leder"],
    ["motivation", "Jeg vil lede innovation sammen med mine medarbejdere og borgerne."],
    ["managerName", "Chef Chefsen"],
    ["managerEmail", "chef@bench.example"],
    ["payer", "self"],
    ["organisationOther", "Bench Kommune"],
    ["confirmed", "on"],
  ] as const)
    fields.set(name, value);
  const next = inTurn((n) => submission(path, subject.url, cookieOf(grown.tokenOf(n)), fields));
  return { name: "application submit", amount, connections: CONNECTIONS, expect: 303, warm: 0, next };
}

/**
 * Admissions to one cohort by one member of staff, each of another application: the hot row. Sent as without scripts, so the
 * answer is the inbox, rendered anew; run.ts counts the seats afterwards, because a refusal answers 200 too.
 */
export async function admitPlan(subject: Pick<Subject, "url">, grown: Grown, amount: number): Promise<Plan> {
  const { id, applications } = grown.admitTo;
  const path = `/staff/cohorts/${id}/applications?open=${applications[0]}`;
  const fields = hiddenFields(await pageOf(subject, path, "bench-staff"), ">Optag<");
  const next = inTurn((n) =>
    submission(
      path,
      subject.url,
      cookieOf("bench-staff"),
      new Map(fields).set("applicationId", applications[n - 1] ?? "").set("version", "1"),
    ),
  );
  return { name: "admission", amount, connections: CONNECTIONS, expect: 200, warm: 0, next };
}
