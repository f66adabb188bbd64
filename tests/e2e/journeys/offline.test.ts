import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import sharp from "sharp";
import { row } from "../support/database.ts";
import { field } from "../support/form.ts";
import { makeDraft, makeObservationStage } from "../support/observation-stage.ts";
import { signInByFixture } from "../support/session.ts";
import { expect, test } from "../support/test.ts";

type Stored = { seen: string; situation: string; interpreted: string; evidence: string };

/** What the server has of a draft. */
const stored = (id: string) =>
  row<Stored>(
    `SELECT o.seen, o.situation, o.interpreted, coalesce((SELECT string_agg(d.evidence, ' ') FROM rating_draft d WHERE d.observation_id = o.id), '') AS evidence
     FROM observation o WHERE o.id = $1`,
    [id],
  );

/** The form has come to life: its day is no longer the browser's own field. */
const alive = (page: Page) =>
  expect(page.getByLabel("Dag for observationen", { exact: true })).toHaveAttribute("type", "text", {
    timeout: 60_000,
  });

/** The browser has what it needs to open the form without network. */
async function readyOffline(page: Page): Promise<void> {
  const ready = () =>
    page
      .evaluate(
        async () => navigator.serviceWorker.controller !== null && Boolean(await caches.match("/offline")),
      )
      // A page that is just being left cannot answer.
      .catch(() => false);
  await expect.poll(ready, { timeout: 60_000 }).toBe(true);
  await alive(page);
}

/** The browser's own list of what it keeps has reached the disk: it is written some seconds later, and a killed browser loses it. */
async function onDisk(folder: string): Promise<void> {
  const root = join(folder, "Default", "Service Worker", "CacheStorage");
  const files = () => readdir(root, { recursive: true }).catch(() => []);
  await expect
    .poll(async () => (await files()).some((file) => file.endsWith("index.txt")), { timeout: 30_000 })
    .toBe(true);
}

/** Puts a photo beside the observation whose form is open, having looked for others in it. */
async function attachPhoto(page: Page, caption: string): Promise<void> {
  const buffer = await sharp({ create: { width: 80, height: 60, channels: 3, background: "#2a6" } })
    .png()
    .toBuffer();
  const files = page.locator("#files");
  await files
    .locator("input[type=file]")
    .first()
    .setInputFiles({ name: "tavle.png", mimeType: "image/png", buffer });
  await field(files, "Hvad viser den?").fill(caption);
  await files.getByRole("checkbox").check();
  await files.getByRole("button", { name: "Vedhæft", exact: true }).click();
}

/** Where the only photo of an observation is fetched. */
const photoOf = async (id: string) =>
  (
    await row<{ path: string }>(
      "SELECT '/api/files/' || file_id AS path FROM observation_file WHERE observation_id = $1",
      [id],
    )
  ).path;

const status = (page: Page, words: RegExp) =>
  expect(page.getByRole("status").filter({ hasText: words }).first()).toBeVisible();
const saved = (page: Page) => status(page, /^Gemt \d/);
const kept = (page: Page) => status(page, /^(Intet netværk|Gemt på enheden)/);
/** The device has these words: the form may still say so of words before them. */
const onDevice = (page: Page, words: string) =>
  expect
    .poll(() =>
      page.evaluate(
        () =>
          new Promise<string>((resolve, reject) => {
            const opened = indexedDB.open("praksis-observations");
            opened.onerror = () => reject(opened.error);
            opened.onsuccess = () => {
              const drafts = opened.result.transaction("drafts").objectStore("drafts").getAll();
              opened.result.close();
              drafts.onsuccess = () => resolve(JSON.stringify(drafts.result));
            };
          }),
      ),
    )
    .toContain(words);

/** A browser on a disk of its own, which can be closed and opened again as a person does. */
async function browserOn(folder: string, origin: string): Promise<BrowserContext> {
  return await chromium.launchPersistentContext(folder, {
    baseURL: origin,
    locale: "da-DK",
    timezoneId: "Europe/Copenhagen",
    reducedMotion: "reduce",
    executablePath: process.env.PRAKSIS_TEST_BROWSER,
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
}

test("an observation outlives a network cut while writing, while saving and before opening, and a closed browser", async ({
  baseURL,
}) => {
  const origin = baseURL ?? "";
  const stage = await makeObservationStage();
  const id = await makeDraft(stage);
  const address = `/assess/observations/${id}/write`;
  const folder = await mkdtemp(join(tmpdir(), "praksis-offline-"));
  let browser = await browserOn(folder, origin);
  try {
    await signInByFixture(browser, origin, stage.assessor.email);
    let page = await browser.newPage();
    await page.goto(address);
    await readyOffline(page);
    await field(page, "Situationen").fill("Tavlemøde med otte medarbejdere.");
    await saved(page);

    // Cut while writing; the browser is closed on the words, and opened again without network.
    await browser.setOffline(true);
    await field(page, "Hvad jeg så og hørte").fill("Hun spurgte tre gange ind.");
    await kept(page);
    await onDevice(page, "Hun spurgte tre gange ind.");
    await onDisk(folder);
    await browser.close();
    browser = await browserOn(folder, origin);
    await browser.setOffline(true);
    page = await browser.newPage();
    await page.goto(address);
    await expect(page.getByText("Uden net – gemmes på enheden")).toBeVisible();
    await expect(field(page, "Hvad jeg så og hørte")).toHaveValue("Hun spurgte tre gange ind.");
    await expect(field(page, "Situationen")).toHaveValue("Tavlemøde med otte medarbejdere.");

    // Cut before opening: what is written in the shell is there the next time too.
    const card = page.locator("ol > li[id^='criterion-']").first();
    await card.getByText("Nået", { exact: true }).click();
    await card.getByLabel(/^Belæg/).fill("Tre åbne spørgsmål.");
    await attachPhoto(page, "Tavlen efter mødet");
    await expect(page.getByText("Gemt på enheden – sendes, når der er net", { exact: true })).toBeVisible();
    await field(page, "Hvad jeg lægger i det").fill("Giver plads.");
    await onDevice(page, "Giver plads.");
    await browser.close();
    browser = await browserOn(folder, origin);
    await signInByFixture(browser, origin, stage.assessor.email);
    page = await browser.newPage();
    await browser.setOffline(true);
    await page.goto(address);
    await expect(field(page, "Hvad jeg lægger i det")).toHaveValue("Giver plads.");
    await browser.setOffline(false);
    await expect(page.getByText("Uden net – gemmes på enheden")).toHaveCount(0);
    await saved(page);
    await expect(page.locator("#files").getByRole("img", { name: "Tavlen efter mødet" })).toBeVisible();
    const photo = await page.request.get(await photoOf(id));
    expect(photo.headers()["content-type"]).toBe("image/png");
    // A download that broke off goes on where it was.
    const bytes = await photo.body();
    const rest = { range: "bytes=40-", "if-range": photo.headers().etag ?? "" };
    const going = await page.request.get(await photoOf(id), { headers: rest });
    expect(going.status()).toBe(206);
    expect(going.headers()["content-range"]).toBe(`bytes 40-${bytes.length - 1}/${bytes.length}`);
    expect((await going.body()).equals(bytes.subarray(40))).toBe(true);
    expect(await stored(id)).toEqual({
      situation: "Tavlemøde med otte medarbejdere.",
      seen: "Hun spurgte tre gange ind.",
      interpreted: "Giver plads.",
      evidence: "Tre åbne spørgsmål.",
    });

    // Cut while saving: the server carries it out, and its answer is lost.
    let lost = 0;
    await page.route("**/write", async (route) => {
      if (route.request().method() !== "POST" || lost > 0) return route.fallback();
      lost += 1;
      await route.fetch();
      return route.abort("connectionreset");
    });
    await field(page, "Hvad jeg så og hørte").fill("Hun spurgte tre gange ind. Så tegnede de.");
    await expect.poll(() => lost).toBe(1);
    await field(page, "Hvad jeg så og hørte").fill("Hun spurgte tre gange ind. Så tegnede de. Alle talte.");
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await expect
      .poll(async () => (await stored(id)).seen)
      .toBe("Hun spurgte tre gange ind. Så tegnede de. Alle talte.");
    await expect(page.getByText("Kladden er ændret et andet sted")).toHaveCount(0);
  } finally {
    await browser.close();
    // The browser's last files may still be on their way to the disk.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
});

test("two devices write one observation: other fields come in by themselves, the same field is asked about", async ({
  open,
}) => {
  const stage = await makeObservationStage();
  const id = await makeDraft(stage);
  const address = `/assess/observations/${id}/write`;
  const tablet = await open({ email: stage.assessor.email });
  const desk = await open({ email: stage.assessor.email });
  await tablet.goto(address);
  await desk.goto(address);
  await alive(tablet);
  await alive(desk);
  await field(desk, "Situationen").fill("Møde.");
  await saved(desk);
  await field(tablet, "Hvad jeg så og hørte").fill("På tablet.");
  await expect.poll(async () => (await stored(id)).seen).toBe("På tablet.");
  await expect(tablet.getByText("Skrevet på en anden enhed")).toBeVisible();
  await expect(field(tablet, "Situationen")).toHaveValue("Møde.");

  await tablet.context().setOffline(true);
  await field(tablet, "Situationen").fill("Møde. Otte til stede.");
  await field(desk, "Situationen").fill("Møde. I kantinen.");
  await saved(desk);
  await expect.poll(async () => (await stored(id)).situation).toBe("Møde. I kantinen.");
  await tablet.context().setOffline(false);
  const panel = tablet.getByRole("alert").filter({ hasText: "Møde. I kantinen." });
  await expect(panel).toBeVisible();
  expect((await stored(id)).situation, "nothing is sent before the person has chosen").toBe(
    "Møde. I kantinen.",
  );
  await panel.getByRole("button", { name: "Behold begge" }).click();
  await expect.poll(async () => (await stored(id)).situation).toBe("Møde. I kantinen.\n\nOtte til stede.");
  expect((await stored(id)).seen).toBe("På tablet.");
});

test("whoever signs out leaves nothing of an observation on the device, and is told of what was not sent", async ({
  open,
}) => {
  const stage = await makeObservationStage();
  const id = await makeDraft(stage);
  const page = await open({ email: stage.assessor.email });
  await page.goto(`/assess/observations/${id}/write`);
  await readyOffline(page);
  await page.context().setOffline(true);
  await field(page, "Hvad jeg så og hørte").fill("Ikke sendt.");
  await kept(page);
  await page
    .getByRole("banner")
    .getByLabel(/^Din menu/)
    .click();
  await page.getByRole("button", { name: "Log ud" }).click();
  const dialog = page.getByRole("dialog", { name: "Noget er ikke sendt endnu" });
  await dialog.getByRole("button", { name: "Bliv her" }).click();
  await page.context().setOffline(false);
  await expect.poll(async () => (await stored(id)).seen).toBe("Ikke sendt.");
  await saved(page);
  await page.getByRole("button", { name: "Log ud" }).click();
  await expect(page).toHaveURL("/");
  await page.context().setOffline(true);
  await page.goto(`/assess/observations/${id}/write`);
  await expect(page.getByText("Intet på enheden")).toBeVisible();
  await expect(page.getByText(stage.participant.name)).toHaveCount(0);
});
