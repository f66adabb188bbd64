import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeApplicationAction } from "@/lib/applications/actions";
import {
  editAdmissionAction,
  moveQuestionAction,
  removeQuestionAction,
  saveQuestionAction,
} from "@/lib/applications/form-actions";
import { getFile } from "@/lib/applications/queries/get-file";
import type { PrismaClient } from "@/lib/db/generated/client";
import { sweepFiles } from "@/lib/jobs/sweep-files";
import { keptFile } from "@/lib/storage/file-store";
import { makePersonInRole } from "../../factories/people";
import { actingAs, actorOf } from "../../factories/sign-in";
import { call, word } from "../../policy/call";
import { testDatabase } from "../../setup/database";
import { type Door, makeDoor } from "./door";

const folder = mkdtempSync(join(tmpdir(), "praksis-files-"));
let client: PrismaClient;
let door: Door;

beforeAll(async () => {
  process.env.PRAKSIS_FILES_DIR = folder;
  client = (await testDatabase()).client;
  door = await makeDoor(client);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pdf = (text = "1.7") => new File([`%PDF-${text}`], "Anbefaling.pdf", { type: "text/html" });

async function ask(cohortId: string, more: Record<string, unknown>) {
  const actor = await actorOf(client, door.staff.id);
  const blank = { key: "", hint: "", options: "", minimum: "", maximum: "", condition: "" };
  return word(await call(client, saveQuestionAction, actor, { cohortId, ...blank, ...more }));
}

const formsOf = (cohortId: string) =>
  client.applicationForm.findMany({
    where: { cohortId },
    orderBy: { number: "asc" },
    include: { questions: { orderBy: { position: "asc" } } },
  });

/** A cohort that asks for a choice, depending on it a number, and a file. */
async function askingCohort() {
  const cohort = await door.cohort();
  await ask(cohort.id, { kind: "choice", label: "Er du leder?", options: "Ja\nNej", required: "on" });
  const key = (await formsOf(cohort.id))[0]?.questions[0]?.key ?? "";
  await ask(cohort.id, {
    kind: "number",
    label: "Hvor mange?",
    required: "on",
    minimum: "1",
    condition: `${key}=Ja`,
  });
  await ask(cohort.id, { kind: "file", label: "Anbefaling", required: "on" });
  const [form] = await formsOf(cohort.id);
  const [choice, number, file] = form?.questions ?? [];
  if (!choice || !number || !file) throw new Error("no questions");
  return { cohort, choice, number, file };
}

async function apply(cohortId: string, more: Record<string, unknown>) {
  const { person, actor } = await door.visitor();
  const outcome = await call(client, writeApplicationAction, actor, door.whole(cohortId, more));
  const [application] = await door.applicationsOf(person.id);
  return { outcome: word(outcome), application, person, actor };
}

const answersOf = (applicationId = "") =>
  client.applicationAnswer.findMany({
    where: { applicationId },
    include: { question: true, file: true },
    orderBy: { question: { position: "asc" } },
  });

describe("a cohort's own questions", () => {
  it("are answered with what is asked, and refused at the field that is not", async () => {
    const { cohort, choice, number, file } = await askingCohort();
    const files = { [file.key]: pdf() };
    expect((await apply(cohort.id, { answers: {}, files })).outcome).toBe("question.missing");
    expect((await apply(cohort.id, { answers: { [choice.key]: "Ja" }, files })).outcome).toBe(
      "question.missing",
    );
    const answers = { [choice.key]: "Nej", [number.key]: "ikke spurgt" };
    const { outcome, application } = await apply(cohort.id, { answers, files });
    expect(outcome).toBe("done");
    expect(
      (await answersOf(application?.id)).map((each) => [each.question.label, each.value, each.file?.name]),
    ).toEqual([
      ["Er du leder?", "Nej", undefined],
      ["Anbefaling", "", "Anbefaling.pdf"],
    ]);
  });

  it("make a next version once somebody has begun to answer; who began goes on with theirs", async () => {
    const { cohort, choice } = await askingCohort();
    expect(await formsOf(cohort.id)).toHaveLength(1);
    const draft = { intent: "draft", answers: { [choice.key]: "Ja" } };
    const { outcome, actor, application } = await apply(cohort.id, draft);
    expect(outcome).toBe("done");
    expect(await ask(cohort.id, { kind: "text", label: "Noget nyt", required: "on" })).toBe("done");
    const [first, second] = await formsOf(cohort.id);
    expect([first?.questions.length, second?.questions.length]).toEqual([3, 4]);
    expect(second?.questions.map((question) => question.key)).toEqual(
      expect.arrayContaining(first?.questions.map((question) => question.key) ?? []),
    );
    const values = door.whole(cohort.id, { ...draft, version: String(application?.version) });
    expect(word(await call(client, writeApplicationAction, actor, values))).toBe("done");
    expect((await client.application.findUniqueOrThrow({ where: { id: application?.id } })).formId).toBe(
      first?.id,
    );
    await expect(
      client.applicationQuestion.update({ where: { id: choice.id }, data: { label: "En anden" } }),
    ).rejects.toThrow(/application_form_frozen/);
  });

  it("change places and go, but none before what it depends on", async () => {
    const { cohort, choice, number, file } = await askingCohort();
    const actor = await actorOf(client, door.staff.id);
    const at = { cohortId: cohort.id };
    const move = (key: string, direction: string) =>
      call(client, moveQuestionAction, actor, { ...at, key, direction }).then(word);
    expect(await move(number.key, "up")).toBe("question.conditionLater");
    expect(await move(file.key, "up")).toBe("done");
    expect((await formsOf(cohort.id))[0]?.questions.map((question) => question.key)).toEqual([
      choice.key,
      file.key,
      number.key,
    ]);
    const remove = (key: string) => call(client, removeQuestionAction, actor, { ...at, key }).then(word);
    expect(await remove(choice.key)).toBe("question.conditionLater");
    expect(await remove(number.key)).toBe("done");
    expect(await remove(choice.key)).toBe("done");
  });
});

describe("a file", () => {
  it("is kept by what it holds, and read by the applicant and the provider's staff only", async () => {
    const { cohort, choice, file } = await askingCohort();
    const answers = { [choice.key]: "Nej" };
    const html = new File(["<script>alert(1)</script>"], "cv.pdf", { type: "application/pdf" });
    expect((await apply(cohort.id, { answers, files: { [file.key]: html } })).outcome).toBe("file.kind");
    const { application, person } = await apply(cohort.id, { answers, files: { [file.key]: pdf() } });
    const kept = (await answersOf(application?.id)).find((each) => each.file)?.file;
    if (!kept) throw new Error("no file");
    expect(kept).toMatchObject({ mediaType: "application/pdf", size: 8, ownerId: person.id });
    expect(await (await keptFile(kept.id))?.text()).toBe("%PDF-1.7");
    const coordinator = await makePersonInRole(client, "coordinator", door.municipality.id);
    const seenBy = async (id: string, permission: Parameters<typeof actingAs>[2]) =>
      (await getFile(await actingAs(client, id, permission), kept.id)) !== null;
    expect(await seenBy(person.id, "application.write")).toBe(true);
    expect(await seenBy(door.staff.id, "application.decide")).toBe(true);
    expect(await seenBy((await door.visitor()).person.id, "application.write")).toBe(false);
    expect(await seenBy(coordinator.id, "application.write")).toBe(false);
  });

  it("of a draft stays through the next save, and is swept a day after it is let go; one that was handed in stays", async () => {
    const { cohort, choice, file } = await askingCohort();
    const { application, actor } = await apply(cohort.id, { intent: "draft", files: { [file.key]: pdf() } });
    const save = async (more: Record<string, unknown>) => {
      const { version } = await client.application.findUniqueOrThrow({ where: { id: application?.id } });
      const values = door.whole(cohort.id, { intent: "draft", version: String(version), ...more });
      expect(word(await call(client, writeApplicationAction, actor, values))).toBe("done");
      return (await answersOf(application?.id)).length;
    };
    expect(await save({})).toBe(1);
    const kept = (await answersOf(application?.id))[0]?.fileId ?? "";
    const handedIn = await apply(cohort.id, {
      answers: { [choice.key]: "Nej" },
      files: { [file.key]: pdf() },
    });
    const answered = (await answersOf(handedIn.application?.id)).find((each) => each.file)?.fileId ?? "";
    const left = async (hours: number) => {
      await sweepFiles(client, new Date(Date.now() + hours * 3_600_000));
      return Promise.all([kept, answered].map(async (id) => (await keptFile(id)) !== null));
    };
    expect(await left(48)).toEqual([true, true]);
    expect(await save({ answers: { [file.key]: "remove" } })).toBe(0);
    expect(await left(0)).toEqual([true, true]);
    expect(await left(48)).toEqual([false, true]);
  });
});

it("criteria and the manager's deadline are written, and the deadline holds for the next who is asked", async () => {
  const cohort = await door.cohort();
  const actor = await actorOf(client, door.staff.id);
  const input = {
    cohortId: cohort.id,
    version: String(cohort.version),
    criteria: "Er leder\n\n Har en opgave ",
    approvalDays: "3",
  };
  expect(word(await call(client, editAdmissionAction, actor, input))).toBe("done");
  expect(word(await call(client, editAdmissionAction, actor, input))).toBe("conflict");
  expect((await client.cohort.findUniqueOrThrow({ where: { id: cohort.id } })).admissionCriteria).toEqual([
    "Er leder",
    "Har en opgave",
  ]);
  const { application } = await door.submitted(cohort.id);
  const approval = await client.managerApproval.findUniqueOrThrow({
    where: { applicationId: application.id },
  });
  expect(approval.expiresAt.getTime() - approval.askedAt.getTime()).toBe(3 * 86_400_000);
});
