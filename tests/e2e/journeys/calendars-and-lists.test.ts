import { createHmac, randomUUID } from "node:crypto";
import { feedAddress, readEvents } from "../support/calendar.ts";
import { row } from "../support/database.ts";
import { fill, press, pressAndConfirm } from "../support/form.ts";
import { siteSecret } from "../support/instance.ts";
import { expect, test } from "../support/test.ts";

/** A draft cohort of its own, like one of the demo's, so that the journey can be walked again and again. */
async function ownCohort(): Promise<string> {
  const slug = `import-${randomUUID().slice(0, 8)}`;
  const { id } = await row<{ id: string }>(
    `INSERT INTO cohort (id, slug, programme_version_id, name, capacity, application_deadline, time_zone, city, starts_on, ends_on)
     SELECT gen_random_uuid(), $1, programme_version_id, 'Importholdet', 20, application_deadline, time_zone, city, starts_on, ends_on
     FROM cohort WHERE slug = 'odense-foraar' RETURNING id`,
    [slug],
  );
  return id;
}

const head = "Tema;Dato;Fra;Til;Format;Sted\r\n";
const file = (rows: string) => ({
  name: "moedegange.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(`\ufeff${head}${rows}`),
});
const good =
  "Mod og vilje;14-05-2031;9;16;Seminar;Læringshuset\r\nAt lære af fejl;2031-05-21;09:00;15.30;workshop;Læringshuset\r\n";

test("a file of sessions with two bad rows is looked at, mended and taken in whole", async ({ open }) => {
  const id = await ownCohort();
  const page = await open({ email: "staff@komponent.example" });
  await page.goto(`/staff/cohorts/${id}/import`);
  const result = page.locator("[data-import-result]");
  await page
    .locator('input[type="file"]')
    .setInputFiles(file(`${good};31.2.2031;9;16;;\r\nFest;2031-06-04;9;16;fest;\r\n`));
  await page.getByRole("button", { name: "Importér", exact: true }).click();
  await expect(result.getByText("2 rækker af 4 skal rettes")).toBeVisible();
  await expect(result.getByText("“fest” er ikke et format.")).toBeVisible();
  // Of a long file only what is wrong is shown, until all of it is asked for.
  const many = Array.from({ length: 39 }, (_, at) => `Tema ${at};2031-06-04;9;16;;\r\n`).join("");
  await page.locator('input[type="file"]').setInputFiles(file(`${many};2031-06-05;9;16;;\r\n`));
  await page.getByRole("button", { name: "Se filen igennem" }).click();
  await expect(result.getByText("1 af 40 rækker vises.")).toBeVisible();
  await expect(result.getByText("Tema 7", { exact: true })).toHaveCount(0);
  await result.getByRole("button", { name: "Vis alle rækker" }).click();
  await expect(result.getByText("Tema 7", { exact: true })).toBeVisible();
  await page.locator('input[type="file"]').setInputFiles(file(good));
  await page.getByRole("button", { name: "Se filen igennem" }).click();
  await expect(result.getByText("Alle 2 rækker er i orden")).toBeVisible();
  await page.getByRole("button", { name: "Importér", exact: true }).click();
  await expect(page).toHaveURL(`/staff/cohorts/${id}/sessions`);
  await expect(page.getByText("Mod og vilje")).toBeVisible();
  await expect(page.getByText("At lære af fejl")).toBeVisible();

  const answer = await page.request.get(`/api/lists/sessions?format=csv&cohort=${id}`);
  expect(answer.status()).toBe(200);
  expect((await answer.body()).toString("utf8")).toContain("Mod og vilje;2031-05-14;09:00;16:00;");
});

test("a participant's own calendar is read over HTTP by another reader, and an invitation is answered by its link", async ({
  open,
}) => {
  const email = "participant@fjordby.example";
  const page = await open({ email });
  const feed = await feedAddress(page);
  const stranger = await open();
  const answer = await stranger.request.get(feed);
  expect(answer.headers()["content-type"]).toContain("text/calendar");
  await stranger.goto("/programmes/odense-foraar");
  const subscribe = await stranger.getByRole("link", { name: "Abonnér på kalenderen" }).getAttribute("href");
  expect(subscribe).toMatch(/^webcal:\/\//);
  const cohort = await stranger.request.get(new URL((subscribe ?? "").replace("webcal:", "http:")).pathname);
  const shown = readEvents(await cohort.text());
  const planned = await row<{ all: string[] }>(
    `SELECT array_agg(s.ical_uid ORDER BY s.starts_at) AS all FROM session s JOIN cohort c ON c.id = s.cohort_id
     WHERE c.slug = 'odense-foraar' AND s.state <> 'cancelled'`,
    [],
  );
  expect(shown.map(({ uid }) => uid)).toEqual(planned.all);
  const next = await row<{ id: string; person: string; uid: string; starts: Date }>(
    `SELECT s.id, p.id AS person, s.ical_uid AS uid, s.starts_at AS starts FROM session s
     JOIN enrolment e ON e.cohort_id = s.cohort_id JOIN person p ON p.id = e.person_id
     WHERE p.email = $1 AND e.state = 'active' AND s.state IN ('planned', 'confirmed') AND s.starts_at > now()
     ORDER BY s.starts_at LIMIT 1`,
    [email],
  );
  const event = readEvents(await answer.text()).find(({ uid }) => uid === next.uid);
  expect(event?.startsAt).toBe(next.starts.toISOString());
  expect((await stranger.request.get(feed.replace(/.\.ics$/, "x.ics"))).status()).toBe(404);
  // PostgreSQL takes no NUL in a text: it is not there, and no fault.
  for (const path of ["/api/calendar/cohorts/a%00b", "/api/calendar/events/%00x", "/events/a%00b"])
    expect((await stranger.request.get(path)).status(), path).toBe(404);

  const pair = `${next.id}~${next.person}`;
  const signature = createHmac("sha256", siteSecret())
    .update(`praksis:link:calendar:${pair}`)
    .digest("base64url");
  await stranger.goto(`/invitation/${pair}.${signature}`);
  await stranger.getByRole("button", { name: "Jeg kommer" }).click();
  await expect(stranger.getByText("Du har svaret, at du kommer.")).toBeVisible();
});

test("a facilitator hands out a file: who is on the cohort gets it, nobody else does, and it is taken back", async ({
  open,
}) => {
  const title = `Oplæg ${randomUUID().slice(0, 8)}`;
  const { id } = await row<{ id: string }>(
    `SELECT s.id FROM session s JOIN cohort c ON c.id = s.cohort_id
     WHERE c.slug = 'odense-igangvaerende' AND s.state IN ('planned', 'confirmed') AND s.starts_at > now()
     ORDER BY s.starts_at DESC LIMIT 1`,
    [],
  );
  const page = await open({ email: "facilitator@komponent.example" });
  await page.goto(`/facilitate/sessions/${id}`);
  await fill(page, { Titel: title });
  await press(page, "Tilføj", "Skriv et link, eller vælg en fil.");
  await page.locator('input[name="file"]').setInputFiles({
    name: "Oplæg om mod.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.concat([Buffer.from("%PDF-1.7\n% et oplæg\n"), Buffer.alloc(11 * 1024 * 1024)]),
  });
  // Held back on its way, it is stopped; sent again, it arrives.
  const way = "**/api/materials/sessions";
  await page.route(way, () => {});
  await page.getByRole("button", { name: "Tilføj", exact: true }).click();
  await expect(page.getByRole("progressbar", { name: "Sender Oplæg om mod.pdf", exact: true })).toBeVisible();
  await press(page, "Afbryd", "Afbrudt. Filen er ikke gemt.");
  await page.unroute(way);
  await press(page, "Tilføj", "Materialet er tilføjet.");
  const address = (await page.getByRole("link", { name: title, exact: true }).getAttribute("href")) ?? "";

  const participant = await open({ email: "participant@fjordby.example" });
  await participant.goto("/my/materials");
  const download = participant.waitForEvent("download");
  await participant.getByRole("link", { name: title, exact: true }).click();
  expect((await download).suggestedFilename()).toBe("Oplæg om mod.pdf");
  const given = await participant.request.get(address);
  expect(given.headers()["content-disposition"]).toMatch(/^attachment;/);
  const others = ["facilitator@fjordby.example", "assessor@copi.example", "coordinator@fjordby.example"];
  for (const email of others) {
    const other = await open({ email });
    expect((await other.request.get(address)).status(), email).toBe(404);
  }
  const stranger = await open();
  expect((await stranger.request.get(address, { maxRedirects: 0 })).status()).toBe(303);

  await pressAndConfirm(page, `Fjern ${title}`, "Fjern", "Materialet er fjernet.");
  await expect(page.getByRole("link", { name: title, exact: true })).toHaveCount(0);
  expect((await participant.request.get(address)).status()).toBe(404);
});
