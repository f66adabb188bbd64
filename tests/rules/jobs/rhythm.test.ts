import { describe, expect, it } from "vitest";
import { rhythmOf } from "@/lib/jobs/rules/rhythm";

describe("how often a job is done", () => {
  it.each([
    ["* * * * *", { kind: "minutes", every: 1 }],
    ["*/15 * * * *", { kind: "minutes", every: 15 }],
    ["23 * * * *", { kind: "hourly", minute: 23 }],
    ["20 4 * * *", { kind: "daily", hour: 4, minute: 20 }],
    ["0 4 * * 1", null],
    ["0 4 1 * *", null],
    ["0,30 * * * *", null],
    ["*/15 4 * * *", null],
    ["", null],
  ])("%s", (cron, rhythm) => expect(rhythmOf(cron)).toEqual(rhythm));
});
