import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/accessibility.ts";
import { row, rows } from "../support/database.ts";
import { field, press } from "../support/form.ts";
import { expect, test } from "../support/test.ts";

const HOLDER = "certified@aadal.example";
const CERTIFIER = "certifier@copi.example";

type Held = { id: string; public_id: string; serial_number: string; name: string };

/** The certificate of the demo's certified participant. */
const held = () =>
  row<Held>(
    `SELECT c.id, c.public_id, c.serial_number, c.payload #>> '{holder,name}' AS name FROM certificate c
     JOIN person p ON p.id = c.holder_id WHERE p.email = '${HOLDER}' AND c.state = 'issued' ORDER BY c.issued_at DESC LIMIT 1`,
  );

/** One that no other journey touches: the last number of the first year. */
const spare = () =>
  row<Held>(
    `SELECT c.id, c.public_id, c.serial_number, c.payload #>> '{holder,name}' AS name FROM certificate c
     WHERE c.serial_number LIKE 'PX-2019-%' AND c.state IN ('issued', 'suspended')
       AND NOT EXISTS (SELECT 1 FROM certificate_suspension s WHERE s.certificate_id = c.id AND s.public_reason NOT LIKE 'Prøve%')
       AND NOT EXISTS (SELECT 1 FROM certificate_revocation r WHERE r.certificate_id = c.id)
     ORDER BY c.serial_number DESC LIMIT 1`,
  );

async function upload(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto("/verify");
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  await page.getByRole("button", { name: "Kontrollér filen" }).click();
}

test("a stranger finds out whether the file they were given is genuine", async ({ open }) => {
  const { public_id, serial_number } = await held();
  const holder = await open({ email: HOLDER });
  const pdf = await (await holder.request.get(`/api/certificates/${public_id}/pdf?lang=sv`)).body();
  const png = await (await holder.request.get(`/api/badges/${public_id}/baked.png`)).body();

  const stranger = await open();
  for (const [name, bytes] of [
    ["certifikat.pdf", pdf],
    ["badge.png", png],
  ] as const) {
    await upload(stranger, name, bytes);
    await expect(stranger).toHaveURL(new RegExp(`/verify/${public_id}$`));
    await expect(stranger.getByText("Filen er ægte")).toBeVisible();
    await expect(stranger.getByText(serial_number)).toBeVisible();
  }
  await expectAccessible(stranger);

  const changed = Buffer.from(pdf);
  changed[changed.length - 20] = (changed[changed.length - 20] ?? 0) ^ 1;
  await upload(stranger, "certifikat.pdf", changed);
  await expect(stranger.getByText("Vi har ikke udstedt filen, som den er her")).toBeVisible();
  await upload(stranger, "brev.txt", Buffer.from("Kære alle"));
  await expect(stranger.getByText("Det er ikke en fil, vi kan kontrollere")).toBeVisible();
  await expectAccessible(stranger);
  // Nobody was told that the file is genuine by an address alone.
  const other = await open();
  await other.goto(`/verify/${public_id}`);
  await expect(other.getByText("Filen er ægte")).toHaveCount(0);

  // No script runs on this page, and yet its menu closes by a press beside it.
  const menu = other.locator("header details");
  await menu.locator("summary").click();
  await expect(menu).toHaveAttribute("open", "");
  await other.mouse.click(40, 500);
  await expect(menu).not.toHaveAttribute("open");
});

test("a stranger's check is sent without any script, in the frame of every other page", async ({ open }) => {
  const { public_id, serial_number, name } = await held();
  const stranger = await open({ javaScriptEnabled: false });
  const frame = async () => {
    const [head, foot] = [stranger.locator("header[data-shell]"), stranger.locator("footer[data-shell]")];
    const styles = stranger.locator('head link[rel="stylesheet"]');
    const sheets = await styles.evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    const inner = `${await head.innerHTML()}${await foot.innerHTML()}`;
    // What the forms come back to is the page's own address.
    return { inner: inner.replace(/<!--.*?-->/g, "").replace(/value="\/verify[^"]*"/g, "value"), sheets };
  };
  await stranger.goto("/verify");
  const usual = await frame();
  const answer = await stranger.goto(`/verify/${public_id}`);
  expect(await frame()).toEqual(usual);
  expect(await answer?.text()).not.toContain("<script");
  expect(answer?.headers()).toMatchObject({ "cache-control": "private, no-store" });
  expect(answer?.headers()["content-security-policy"]).toContain("script-src 'none'");
  await expect(stranger.getByRole("main").getByText(name)).toBeVisible();

  await stranger.getByRole("contentinfo").getByRole("button", { name: "Svenska" }).click();
  await expect(stranger).toHaveURL(`/verify/${public_id}`);
  await expect(stranger.locator("html")).toHaveAttribute("lang", "sv");
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText("Certifikatet är giltigt");
  await stranger.locator("header details summary").click();
  await stranger.getByRole("button", { name: "Mörkt" }).click();
  await expect(stranger.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(stranger.getByText(serial_number)).toBeVisible();

  // Whoever is signed in reads the same, in their own frame.
  const holder = await open({ email: HOLDER });
  await holder.goto(`/verify/${public_id}`);
  await expect(holder.getByLabel(/^Din menu/)).toBeVisible();
  await expect(holder.getByRole("heading", { level: 1 })).toHaveText("Certifikatet er gyldigt");
  await expect(holder.getByRole("main").getByText(serial_number)).toBeVisible();

  const nowhere = await stranger.goto(`/verify/${"A".repeat(22)}`);
  expect(nowhere?.status()).toBe(404);
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText(
    "Det finns inget certifikat på den här adressen",
  );
  await stranger.getByRole("main").getByRole("link", { name: "Sök på nummer och namn" }).click();
  await expect(stranger).toHaveURL("/verify");
});

test("a suspension shows wherever the certificate shows, and its end too", async ({ open }) => {
  const { id, public_id, serial_number } = await spare();
  const certifier = await open({ email: CERTIFIER });
  const stranger = await open();
  await certifier.goto(`/certify/certificates/${id}`);
  await certifier.getByText("Suspender certifikatet", { exact: true }).click();
  await field(certifier, "Begrundelse, som alle kan se").fill("Prøve: grundlaget undersøges.");
  await field(certifier, "Begrundelse, kun for jer").fill("Se notat i sagen.");
  await press(certifier, "Suspender nu", /suspenderet/);
  await stranger.goto(`/verify/${public_id}`);
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText("Certifikatet er suspenderet");
  await expect(stranger.getByText("Prøve: grundlaget undersøges.")).toBeVisible();
  const notice = await certifier.request.get(`/api/certificates/${public_id}/pdf?lang=da`);
  expect(notice.headers()["content-disposition"]).toContain(`${serial_number}-suspended-da.pdf`);
  expect((await stranger.request.get(`/api/badges/${public_id}/baked.png`)).status()).toBe(410);

  await certifier.goto(`/certify/certificates/${id}`);
  await field(certifier, "Hvorfor gælder det igen?").fill("Undersøgt og i orden.");
  await press(certifier, "Ophæv suspensionen", /gælder igen/);
  await stranger.reload();
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText("Certifikatet er gyldigt");
});

test("a holder decides who sees what the certificate says", async ({ open }) => {
  const { public_id, serial_number, name } = await held();
  const holder = await open({ email: HOLDER });
  const stranger = await open();
  const choose = async (choice: string) => {
    await holder.goto("/my/certificates");
    await holder
      .getByText(/^Hvem kan se det:/)
      .first()
      .click();
    await holder
      .getByRole("radio", { name: new RegExp(`^${choice}`) })
      .first()
      .check();
    await press(holder, "Gem valget", "Valget er gemt.");
  };
  await choose("kun mig");
  await stranger.goto(`/verify/${public_id}`);
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText("Certifikatet er gyldigt");
  await expect(stranger.getByText(serial_number)).toBeVisible();
  await expect(stranger.getByRole("main")).not.toContainText(name);
  expect((await stranger.request.get(`/api/badges/${public_id}`)).status()).toBe(404);
  expect((await holder.request.get(`/api/badges/${public_id}/credential.jwt`)).status()).toBe(200);
  await holder.goto(`/verify/${public_id}`);
  await expect(holder.getByText("Kun du ser, hvad certifikatet siger", { exact: true })).toBeVisible();
  await expect(holder.getByRole("main")).toContainText(name);
  const own = await holder.request.get(`/api/badges/${public_id}`);
  expect(own.headers()["cache-control"], "no cache between gives it to others").toBe("no-store");

  await choose("alle");
  await stranger.goto(`/verify/register?q=${encodeURIComponent(name)}`);
  await stranger.getByRole("link", { name }).first().click();
  await expect(stranger).toHaveURL(`/verify/${public_id}`);

  await choose("de, der har adressen");
  await stranger.goto(`/verify/register?q=${encodeURIComponent(name)}`);
  await expect(stranger.getByRole("link", { name })).toHaveCount(0);
});

/** A certifying body of the test's own with its certifier: stopping the demo's would stop the journeys that issue there. */
async function ownBody(): Promise<string> {
  const email = "certifier@proeveorgan.example";
  await rows(
    `DO $$ DECLARE body uuid; who uuid; BEGIN
       IF EXISTS (SELECT 1 FROM person WHERE email = '${email}') THEN RETURN; END IF;
       INSERT INTO organisation (id, kind) VALUES (gen_random_uuid(), 'certifying_body') RETURNING id INTO body;
       INSERT INTO organisation_name (id, organisation_id, name, short_name, valid_from) VALUES (gen_random_uuid(), body, 'Prøveorganet', 'Prøve', '2020-01-01');
       INSERT INTO person (id, name, email) VALUES (gen_random_uuid(), 'Vibe Prøvested', '${email}') RETURNING id INTO who;
       INSERT INTO role_grant (id, person_id, organisation_id, role, valid_from) VALUES (gen_random_uuid(), who, body, 'certifier', now() - interval '1 day');
     END $$`,
  );
  return email;
}

test("issuing can be stopped, and what was stopped stays in the trail", async ({ open }) => {
  const certifier = await open({ email: await ownBody() });
  const stops = () => rows("SELECT 1 FROM audit_event WHERE action = 'issuing.stopped'");
  const before = (await stops()).length;
  await certifier.goto("/certify/certificates/issuing");
  await certifier.getByText("Stop al udstedelse", { exact: true }).first().click();
  await field(certifier, "Hvorfor stopper I?").fill("Prøve af stoppet.");
  await press(certifier, "Stop al udstedelse", "Al udstedelse er stoppet.");
  try {
    await expectAccessible(certifier);
    expect((await stops()).length).toBe(before + 1);
  } finally {
    await field(certifier, "Hvad er afklaret?").fill("Prøven er slut.");
    await press(certifier, "Ophæv stoppet", "Udstedelsen er åben igen.");
  }
});
