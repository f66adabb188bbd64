import { gunzipSync } from "node:zlib";
import type { APIRequestContext } from "@playwright/test";
import { row, rows } from "../support/database.ts";
import { pressAndConfirm } from "../support/form.ts";
import { startInstance } from "../support/instance.ts";
import { expect, test } from "../support/test.ts";

test.skip(!process.env.PRAKSIS_TEST_SETTINGS, "needs the production build, which npm run test:e2e prepares");

type Chosen = { id: string; public_id: string; list: string; position: number };

/**
 * A certificate that holds, with its bit in the list of revoked ones, and a proposal to revoke it by a colleague. The last but one of 2019:
 * another journey suspends the last one for a while, and the first ones are what others look at.
 */
async function proposed(): Promise<Chosen> {
  const chosen = await row<Chosen>(
    `SELECT c.id, c.public_id, e.list_id AS list, e.position FROM certificate c
     JOIN status_list_entry e ON e.certificate_id = c.id AND e.purpose = 'revocation'
     WHERE c.state = 'issued' AND c.serial_number LIKE 'PX-2019-%' AND c.serial_number < 'PX-2019-00010'
       AND NOT EXISTS (SELECT 1 FROM certificate_revocation r WHERE r.certificate_id = c.id)
     ORDER BY c.serial_number DESC LIMIT 1`,
  );
  await rows(
    `INSERT INTO certificate_revocation (id, certificate_id, public_reason, requested_by_id, requested_at)
     SELECT gen_random_uuid(), $1, 'Prøve på en anden instans.', p.id, now() FROM person p WHERE p.email = 'certifier3@copi.example'`,
    [chosen.id],
  );
  return chosen;
}

/** Puts the demo back as it was: what is done here cannot be undone in the application, and should not be. */
async function undo({ id }: Chosen): Promise<void> {
  await rows(
    `DO $$ BEGIN
       SET LOCAL session_replication_role = replica;
       UPDATE certificate SET state = 'issued' WHERE id = '${id}';
       DELETE FROM certificate_revocation WHERE certificate_id = '${id}' AND public_reason = 'Prøve på en anden instans.';
     END $$`,
  );
}

/** Whether the bit is set, as a stranger's program reads the list. */
async function isRevoked(request: APIRequestContext, origin: string, { list, position }: Chosen) {
  const answer = await request.get(`${origin}/api/status-lists/${list}`, {
    headers: { Accept: "application/vc+ld+json" },
  });
  const { credentialSubject } = await answer.json();
  const bits = gunzipSync(Buffer.from(credentialSubject.encodedList.slice(1), "base64url"));
  return (((bits[position >> 3] ?? 0) >> (7 - (position & 7))) & 1) === 1;
}

test("a revocation shows on every instance within five seconds", async ({ open, request }) => {
  test.setTimeout(120_000);
  const other = await startInstance({ TRUSTED_PROXY: "1" });
  const chosen = await proposed();
  try {
    const badge = `${other.url}/api/badges/${chosen.public_id}/baked.png`;
    const page = `${other.url}/verify/${chosen.public_id}`;
    // The other instance has it all in hand, as it holds now.
    expect(await isRevoked(request, other.url, chosen)).toBe(false);
    expect((await request.get(badge)).status()).toBe(200);
    expect(await (await request.get(page)).text()).toContain("Certifikatet er gyldigt");

    const certifier = await open({ email: "certifier@copi.example" });
    await certifier.goto(`/certify/certificates/${chosen.id}`);
    await pressAndConfirm(certifier, "Tilbagekald nu", "Tilbagekald nu", "Certifikatet er tilbagekaldt.");
    const confirmed = Date.now();
    await expect
      .poll(async () => await isRevoked(request, other.url, chosen), { timeout: 5_000, intervals: [100] })
      .toBe(true);
    expect(await (await request.get(page)).text()).toContain("Certifikatet er tilbagekaldt");
    expect((await request.get(badge)).status()).toBe(410);
    expect(Date.now() - confirmed).toBeLessThan(5_000);

    // Who tries addresses is told to wait, and nobody else is.
    const guess = (from: string) =>
      request.get(`${other.url}/verify/${"A".repeat(22)}`, { headers: { "X-Forwarded-For": from } });
    const answers = [];
    for (let tries = 0; tries < 14; tries++) answers.push((await guess("203.0.113.9")).status());
    expect(answers.slice(0, 5)).toEqual([404, 404, 404, 404, 404]);
    const refused = await guess("203.0.113.9");
    expect(refused.status()).toBe(429);
    expect(Number(refused.headers()["retry-after"])).toBeGreaterThanOrEqual(60);
    expect(await refused.text()).toMatch(/<h1[^>]*>For mange kontroller/);
    expect((await guess("198.51.100.7")).status()).toBe(404);
  } finally {
    await undo(chosen);
    await other.stop();
  }
});
