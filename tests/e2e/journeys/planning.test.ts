import {
  allocateSeats,
  draftProgramme,
  makeAgreement,
  makeCohort,
  publishDraft,
  setBetween,
  setObligations,
  writeRow,
} from "../roles/planner.ts";
import { changeCohort } from "../roles/staff.ts";
import { expectAccessible } from "../support/accessibility.ts";
import { ownEvents, readEvents } from "../support/calendar.ts";
import { seatOn } from "../support/cohort-fixture.ts";
import { row } from "../support/database.ts";
import { dragByFinger, dragByMouse } from "../support/drag.ts";
import { press } from "../support/form.ts";
import { expect, test } from "../support/test.ts";

const STAFF = "staff@komponent.example";
const FACILITATOR = "Anders Vejlegaard";
const mark = () => Math.random().toString(36).slice(2, 7);
const next = new Date().getUTCFullYear() + 2;

const opening: [string, string, string] = [
  "Åbn for ansøgning",
  "Åbn holdet",
  "Holdet er åbent for ansøgning.",
];
const idIn = (base: string) => base.split("/").at(-1) ?? "";
const addDays = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** The first weekday (1 is Monday) on or after a day, three years or so ahead: nobody else of the demo plans there. */
function weekdayFrom(day: string, weekday: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  while (date.getUTCDay() !== weekday) date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

test("the academy of three municipalities is planned from nothing", async ({ open }) => {
  test.setTimeout(120_000);
  const page = await open({ email: STAFF });
  const id = mark();
  const title = `Akademi ${id}`;
  await draftProgramme(page, {
    title,
    language: "Dansk",
    attendance: "60",
    tracks: [
      [`Netværk ${id}`, "Nøglepersoner i netværk"],
      [`Ledere ${id}`, "Ledere"],
      [`Politikere ${id}`, "Politikere"],
      [`Ansatte ${id}`, "Medarbejdere"],
    ],
  });
  await publishDraft(page);
  await makeAgreement(page, {
    title: `Aftale ${id}`,
    kind: "Akademi",
    from: `${next}-01-01`,
    to: `${next}-12-31`,
    partners: [/^Aadal/, /^Klitborg/, /^Søndermark/],
    targets: { Nøglepersoner: "12", Ledere: "18", Politikere: "9" },
  });
  await allocateSeats(page, "Aadal", `Netværk ${id}`, "4");
  const first = weekdayFrom(`${next}-08-20`, 2);
  const base = await makeCohort(page, {
    programme: title,
    name: `Tre kommuner ${id}`,
    from: first,
    to: `${next}-12-31`,
    deadline: `${next}-08-01`,
    seats: "54",
    agreement: `Aftale ${id}`,
    facilitator: FACILITATOR,
  });
  await writeRow(page, base, { themes: "Fælles begyndelse", count: "10", first, skip: "42" });
  await expect(page.getByText("10 dage uden sammenstød.")).toBeVisible();
  await expect(page.getByText("Springer over: uge 42")).toBeVisible();
  await expectAccessible(page);
  await press(page, "Læg alle i planen", "Mødegangene er lagt i planen.");
  await setObligations(page, base, "Mødegang 2", { [`Politikere ${id}`]: "Ventes ikke" });
  await changeCohort(page, base, opening);
  // Ten Tuesdays at nine, before and after the clocks go back, without the one on which politicians are not expected.
  const politician = await seatOn(idIn(base), "politician", `Politikere ${id}`);
  const events = await ownEvents(open, politician);
  expect(events.map(({ summary }) => summary)).toEqual([
    "Fælles begyndelse",
    ...[3, 4, 5, 6, 7, 8, 9, 10].map((number) => `Mødegang ${number}`),
  ]);
  expect(new Set(events.map(({ local, zone }) => `${zone} ${local.slice(11)}`))).toEqual(
    new Set(["Europe/Copenhagen 09:00"]),
  );
  expect(new Set(events.map(({ startsAt }) => startsAt.slice(11, 13)))).toEqual(new Set(["07", "08"]));
});

test("the Swedish training of ten sessions is planned from nothing", async ({ open }) => {
  test.setTimeout(120_000);
  const page = await open({ email: STAFF });
  const id = mark();
  const title = `Innovationsledning ${id}`;
  await draftProgramme(page, {
    title,
    language: "Svensk",
    attendance: "70",
    tracks: [
      [`Innovationsledare ${id}`, "Nøglepersoner i netværk"],
      [`Chefer ${id}`, "Ledere"],
      [`Förtroendevalda ${id}`, "Politikere"],
    ],
  });
  await publishDraft(page);
  await makeAgreement(page, {
    title: `Finansieret ${id}`,
    kind: "Finansieret",
    from: `${next}-01-01`,
    to: `${next + 1}-06-30`,
    partners: [/Sörmland/],
    targets: { Innovationsledere: "19", Ledere: "11" },
    funding: { funder: /Verket för innovationssystem/, diaryNumber: "2015-06703", amount: "468.000" },
  });
  const first = weekdayFrom(`${next}-02-10`, 3);
  const base = await makeCohort(page, {
    programme: title,
    name: `Sörmland ${id}`,
    from: first,
    to: `${next}-12-31`,
    deadline: `${next}-01-20`,
    seats: "36",
    agreement: `Finansieret ${id}`,
    zone: "Svensk tid (Stockholm)",
    facilitator: FACILITATOR,
  });
  const themes = Array.from({ length: 10 }, (_, index) => `Tema ${index + 1} ${id}`);
  await writeRow(page, base, { themes: themes.join("\n"), count: "", first, skip: "" });
  await press(page, "Læg alle i planen", "Mødegangene er lagt i planen.");
  // Councillors come to the first and the last only: all eight between at once.
  const councillors = `Förtroendevalda ${id}`;
  await setBetween(page, base, councillors, "Ventes ikke");
  await expect(page.getByText(`${councillors}: Ventes ikke`, { exact: true })).toHaveCount(8);
  await changeCohort(page, base, opening);
  const [councillor, manager] = [
    await seatOn(idIn(base), "politician", councillors, 1),
    await seatOn(idIn(base), "manager", `Chefer ${id}`, 2),
  ];
  const [own, all] = [await ownEvents(open, councillor), await ownEvents(open, manager)];
  expect(own.map(({ summary }) => summary)).toEqual([themes[0], themes[9]]);
  expect(all.map(({ summary }) => summary)).toEqual(themes);
  for (const { zone, local } of all) expect(`${zone} ${local.slice(11)}`).toBe("Europe/Stockholm 09:00");
});

test("the certified programme is planned from nothing, and moved by keyboard", async ({ open }) => {
  test.setTimeout(120_000);
  const page = await open({ email: STAFF });
  const id = mark();
  const title = `Certificeret ${id}`;
  await draftProgramme(page, {
    title,
    language: "Dansk",
    attendance: "10",
    tracks: [[`Ledere ${id}`, "Ledere"]],
    certification: /^CO-PI: .*\(2\)$/,
  });
  await page.reload();
  await expect(page.getByText("Kravet til fremmøde er lavere end certificeringens")).toBeVisible();
  await publishDraft(page);
  // Thursdays without a holiday: a row passes those over.
  const first = weekdayFrom(`${next}-09-10`, 4);
  const base = await makeCohort(page, {
    programme: title,
    name: `Odense ${id}`,
    from: first,
    to: `${next}-11-30`,
    deadline: `${next}-05-01`,
    seats: "30",
    facilitator: FACILITATOR,
  });
  await writeRow(page, base, {
    themes: `Begyndelsen ${id}\nFortsættelsen ${id}`,
    count: "",
    first,
    skip: "",
  });
  await press(page, "Læg alle i planen", "Mødegangene er lagt i planen.");
  await page.goto(`/staff/plan?view=week&day=${first}&cohort=${idIn(base)}`);
  const session = page.getByRole("link", { name: `Begyndelsen ${id}`, exact: true });
  const card = page.locator("[data-session]").filter({ has: session });
  await session.focus();
  await page.keyboard.press("Alt+ArrowRight");
  await expect(page.getByText("1 flytning er ikke gemt")).toBeVisible();
  await expect(session).toBeFocused();
  await page.keyboard.press("Alt+Shift+ArrowDown");
  await expect(card).toContainText("09.15–16.15");
  // A day on and an hour down by mouse, and a day back by finger: the time is kept to the quarter.
  const column = (await page.locator("[data-drop-day]").first().boundingBox())?.width ?? 0;
  await dragByMouse(page, card, { x: column, y: 52 });
  await expect(card).toHaveAttribute("data-day", addDays(first, 2));
  await expect(card).toContainText("10.15–17.15");
  await dragByFinger(page, card, { x: -column, y: 0 });
  await expect(card).toHaveAttribute("data-day", addDays(first, 1));
  await expect(card).toContainText("10.15–17.15");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Se følgerne og gem" }).click();
  await expect(page.getByRole("heading", { name: "Før I flytter" })).toBeVisible();
  await expect(page.getByText("Ingen. Holdene er ikke meldt ud")).toBeVisible();
  await press(page, "Flyt mødegangen og giv besked", /Mødegangene er flyttet/);
  await expect(session).toBeVisible();
  await changeCohort(page, base, opening);
  const { slug } = await row<{ slug: string }>("SELECT slug FROM cohort WHERE id = $1::uuid", [idIn(base)]);
  const calendar = await (await open()).request.get(`/api/calendar/cohorts/${slug}`);
  expect(readEvents(await calendar.text()).map(({ summary, local }) => `${summary} ${local}`)).toEqual([
    `Begyndelsen ${id} ${addDays(first, 1)}T10:15`,
    `Fortsættelsen ${id} ${addDays(first, 7)}T09:00`,
  ]);
});
