import type { Page } from "@playwright/test";
import { row } from "../support/database.ts";
import { field } from "../support/form.ts";
import { makeDraft, makeObservationStage } from "../support/observation-stage.ts";
import { expect, test } from "../support/test.ts";

/**
 * Stands in for the browser's speech engine, which a headless browser does not have (and a real one would send the sound to its maker):
 * what is tried is the page's part. The engine is driven through `window.engine`, the one that listens.
 */
function standInForSpeech() {
  const heard = (transcript: string, isFinal: boolean) => Object.assign([{ transcript }], { isFinal });
  class Engine {
    lang = "";
    onresult: ((event: unknown) => void) | null = null;
    onerror: ((event: unknown) => void) | null = null;
    onend: (() => void) | null = null;
    start() {
      Object.assign(window, { engine: this });
    }
    stop() {
      this.onend?.();
      Object.assign(window, { engine: undefined });
    }
    abort() {
      this.fail("aborted");
    }
    say(words: string, isFinal: boolean) {
      this.onresult?.({ resultIndex: 0, results: [heard(words, isFinal)] });
    }
    fail(error: string) {
      this.onerror?.({ error });
      this.stop();
    }
  }
  Object.assign(window, { SpeechRecognition: Engine, webkitSpeechRecognition: Engine });
}

type Speaking = {
  engine?: { lang: string; say(words: string, isFinal: boolean): void; fail(error: string): void };
};
const say = (page: Page, words: string, isFinal = true) =>
  page.evaluate(([all, final]) => (window as Speaking).engine?.say(all, final), [words, isFinal] as const);
const fail = (page: Page, error: string) =>
  page.evaluate((name) => (window as Speaking).engine?.fail(name), error);
const listensIn = (page: Page) => page.evaluate(() => (window as Speaking).engine?.lang ?? null);

test("an observation is dictated where the browser can, once the assessor knows where the voice goes", async ({
  open,
}) => {
  const stage = await makeObservationStage();
  const id = await makeDraft(stage);
  const page = await open({ email: stage.assessor.email });
  await page.addInitScript(standInForSpeech);
  // From another area: its pages may not use the microphone, and a link keeps what the first page may.
  await page.goto("/library");
  await page
    .getByRole("banner")
    .getByLabel(/^Din menu/)
    .click();
  await page.getByRole("link", { name: "Bedømmelse", exact: true }).click();
  await page.getByRole("link", { name: /Skriv videre/ }).click();
  await expect(page).toHaveURL(`/assess/observations/${id}/write`);
  await field(page, "Hvad jeg så og hørte").fill("Hun ind.");
  await expect(
    page
      .getByRole("status")
      .filter({ hasText: /^Gemt \d/ })
      .first(),
  ).toBeVisible();
  await page.getByText("Diktér i stedet for at skrive", { exact: true }).click();
  await expect(page.getByText(/De fleste browsere sender lyden til producentens servere/)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Diktér: / })).toHaveCount(0);
  await page.getByRole("button", { name: "Slå diktering til", exact: true }).click();
  const dictate = page.getByRole("button", { name: "Diktér: Hvad jeg så og hørte", exact: true });
  await expect(dictate).toBeVisible();

  // What is certain lands where the caret is; what is not is shown and kept nowhere.
  const seen = field(page, "Hvad jeg så og hørte");
  await expect(seen).toHaveValue("Hun ind.");
  await seen.focus();
  await seen.evaluate((box: HTMLTextAreaElement) => box.setSelectionRange(3, 3));
  await dictate.click();
  expect(await listensIn(page)).toBe("da-DK");
  await say(page, "spurgte måske", false);
  await expect(page.getByText("spurgte måske", { exact: true })).toBeVisible();
  await expect(seen).toHaveValue("Hun ind.");
  await say(page, "spurgte");
  await expect(seen).toHaveValue("Hun spurgte ind.");
  await expect(page.getByText("spurgte måske", { exact: true })).toHaveCount(0);
  await say(page, "tre gange");
  await expect(seen).toHaveValue("Hun spurgte tre gange ind.");
  const seenOnServer = () => row<{ seen: string }>("SELECT seen FROM observation WHERE id = $1", [id]);
  await expect.poll(async () => (await seenOnServer()).seen).toBe("Hun spurgte tre gange ind.");

  // One field at a time; a second press stops.
  await page.getByRole("button", { name: "Diktér: Situationen", exact: true }).click();
  await expect(page.getByRole("button", { name: "Stop diktering", exact: true })).toHaveCount(1);
  await say(page, "Tavlemøde.");
  await expect(field(page, "Situationen")).toHaveValue("Tavlemøde.");
  await expect(seen).toHaveValue("Hun spurgte tre gange ind.");
  await page.getByRole("button", { name: "Stop diktering", exact: true }).click();
  await expect(page.getByRole("button", { name: "Stop diktering", exact: true })).toHaveCount(0);
  expect(await listensIn(page)).toBeNull();

  // An end that nobody asked for is said in words.
  for (const [error, words] of [
    ["not-allowed", /^Browseren må ikke bruge mikrofonen her\./],
    ["network", /^Din browser kan kun diktere med net/],
  ] as const) {
    await dictate.click();
    await fail(page, error);
    await expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();
    await expect(dictate).toBeVisible();
  }

  // Nobody is listened to once it is switched off.
  await dictate.click();
  expect(await listensIn(page)).toBe("da-DK");
  await page.getByText("Diktér i stedet for at skrive", { exact: true }).click();
  await page.getByRole("button", { name: "Slå diktering fra", exact: true }).click();
  await expect(page.getByRole("button", { name: /^(Diktér: |Stop diktering)/ })).toHaveCount(0);
  expect(await listensIn(page)).toBeNull();

  // The language is the page's, and where there is no engine there is no button.
  await page.context().addCookies([{ name: "locale", value: "sv", url: page.url() }]);
  await page.reload();
  await page.getByText("Diktera i stället för att skriva", { exact: true }).click();
  await page.getByRole("button", { name: "Slå på diktering", exact: true }).click();
  await page
    .getByRole("button", { name: /^Diktera: / })
    .first()
    .click();
  expect(await listensIn(page)).toBe("sv-SE");
  await page.addInitScript(() =>
    Object.assign(window, { SpeechRecognition: undefined, webkitSpeechRecognition: undefined }),
  );
  await page.reload();
  await page.getByText("Diktera i stället för att skriva", { exact: true }).click();
  await expect(page.getByText(/^Den här webbläsaren kan inte göra om tal till text\./)).toBeVisible();
  await expect(page.getByRole("button", { name: "Slå på diktering", exact: true })).toHaveCount(0);
});

test("the room's clock runs, is paused, outlasts a reload, and marks the notes with its time", async ({
  open,
}) => {
  const stage = await makeObservationStage();
  const page = await open({ email: stage.assessor.email });
  await page.clock.install();
  await page.goto(`/assess/observations/${await makeDraft(stage)}/write`);
  const clock = page.getByRole("timer", { name: "Tid i rummet" });
  await expect(clock).toHaveText("00:00");
  await page.getByRole("button", { name: "Start uret", exact: true }).click();
  const pause = page.getByRole("button", { name: "Pause", exact: true });
  await expect(pause).toBeVisible();
  await page.clock.fastForward("12:30");
  await expect(clock).toHaveText(/^12:[345]\d$/);
  await page.getByRole("button", { name: "Sæt tid i noterne", exact: true }).click();
  await expect(field(page, "Hvad jeg så og hørte")).toHaveValue(/12:[345]\d/);
  await pause.click();
  await page.clock.fastForward("05:00");
  await expect(clock).toHaveText(/^12:[345]\d$/);
  await page.reload();
  await expect(clock).toHaveText(/^12:[345]\d$/);
  await page.getByRole("button", { name: "Nulstil", exact: true }).click();
  await expect(clock).toHaveText("00:00");
});
