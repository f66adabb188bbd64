import "server-only";
import { z } from "zod";
import { asSystem } from "@/lib/auth/system";
import { checkRoots, checkSerials } from "@/lib/certificates/commands/check-registers";
import {
  type CheckedRow,
  type CheckSignature,
  nextToCheck,
  soundnessFacts,
} from "@/lib/certificates/commands/gather-soundness";
import { type CheckedAll, recordCheck } from "@/lib/certificates/commands/record-check";
import { soundnessOf } from "@/lib/certificates/rules/soundness";
import { settings } from "@/lib/core/env";
import { logFault } from "@/lib/core/fault";
import type { PrismaClient } from "@/lib/db/generated/client";
import { checkEmbeddedProof, checkJws } from "@/lib/signing/check-signature";

const BATCH = 100;

const credentialSchema = z.looseObject({ issuer: z.looseObject({ id: z.string() }) });

/** A stored credential; null where it is none. */
function readCredential(content: string): z.infer<typeof credentialSchema> | null {
  try {
    return credentialSchema.safeParse(JSON.parse(content)).data ?? null;
  } catch {
    return null;
  }
}

const checkSignature: CheckSignature = async (format, content, issuedAt) => {
  if (!settings().signingKeys) return "notChecked";
  if (format === "vc_jwt") return checkJws(content);
  const credential = readCredential(content);
  if (!credential) return "bad";
  // In the second after it begins to hold: a credential does not become another one by running out.
  return checkEmbeddedProof(credential, credential.issuer.id, new Date(issuedAt.getTime() + 1000));
};

type Findings = CheckedAll["findings"][number][];

/** What is found of one certificate. That reading it failed is told as such, never as if it were wrong. */
async function findingsOf(row: CheckedRow): Promise<Findings> {
  try {
    const found = soundnessOf(await soundnessFacts(row, checkSignature));
    return found.map((each) => ({ ...each, certificateId: row.id }));
  } catch (error) {
    const reference = logFault({ job: "certificate.check" }, error);
    return [{ what: "reading", verdict: "unknown", detail: `reference ${reference}`, certificateId: row.id }];
  }
}

/**
 * Checks everything that was ever issued against its hashes, signatures and records, and keeps what it found: what is *wrong* apart from
 * what *could not be checked*. Changes nothing. For the scheduler: every night, and any number of times.
 */
export async function checkCertificates(
  client: PrismaClient,
  now: Date,
): Promise<{ readonly checked: number; readonly wrong: number; readonly unknown: number }> {
  const findings: Findings = [];
  let checked = 0;
  for (let after: string | null = null; ; ) {
    const last: string | null = after;
    const rows: CheckedRow[] = await asSystem(client, now, (work) => nextToCheck(work, last, BATCH));
    for (const row of rows) findings.push(...(await findingsOf(row)));
    checked += rows.length;
    after = rows.at(-1)?.id ?? null;
    if (rows.length < BATCH) break;
  }
  const registers = await asSystem(client, now, async (work) => [
    ...(await checkSerials(work)),
    ...(await checkRoots(work)),
  ]);
  findings.push(...registers.map((each) => ({ ...each, certificateId: null })));
  const finishedAt = new Date(Math.max(Date.now(), now.getTime()));
  await asSystem(client, finishedAt, (work) => recordCheck(work, { startedAt: now, checked, findings }));
  const count = (verdict: "wrong" | "unknown") => findings.filter((each) => each.verdict === verdict).length;
  return { checked, wrong: count("wrong"), unknown: count("unknown") };
}
