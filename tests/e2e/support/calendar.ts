import { expect, type Page } from "@playwright/test";
import ICAL from "ical.js";
import type { Open } from "./test.ts";

/** An event as a calendar program reads it: its instant, and what clocks in its zone show. */
export type ReadEvent = {
  readonly uid: string;
  readonly summary: string;
  readonly startsAt: string;
  readonly local: string;
  readonly zone: string;
  readonly status: string;
};

/** The events of a calendar file, read by a strict reader that is not ours, in order of time. */
export function readEvents(text: string): ReadEvent[] {
  ICAL.design.strict = true;
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents("vevent").map((component) => {
    const { uid, summary, startDate } = new ICAL.Event(component);
    return {
      uid,
      summary,
      startsAt: startDate.toJSDate().toISOString(),
      local: startDate.toString().slice(0, 16),
      zone: startDate.zone?.tzid ?? "",
      status: String(component.getFirstPropertyValue("status") ?? ""),
    };
  });
  return events.sort((a, b) => a.startsAt.localeCompare(b.startsAt));
}

/** The address of somebody's own calendar, which is made where there is none yet. */
export async function feedAddress(page: Page): Promise<string> {
  await page.goto("/my/calendar");
  const address = page.locator("[data-feed-address]");
  const make = page.getByRole("button", { name: "Lav en adresse" });
  await expect(make.or(address).first()).toBeVisible();
  if (await make.isVisible()) await make.click();
  return new URL((await address.textContent()) ?? "").pathname;
}

/** What somebody's calendar program shows of their own calendar: fetched by its address, without a session. */
export async function ownEvents(open: Open, email: string): Promise<ReadEvent[]> {
  const feed = await feedAddress(await open({ email }));
  const answer = await (await open()).request.get(feed);
  expect(answer.headers()["content-type"]).toContain("text/calendar");
  return readEvents(await answer.text());
}
