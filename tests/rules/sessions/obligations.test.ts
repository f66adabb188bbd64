import { describe, expect, it } from "vitest";
import {
  type ObligationRow,
  obligationFor,
  sameObligations,
  subjectKey,
  withObligation,
} from "@/lib/sessions/rules/obligations";
import { setObligationsInput } from "@/lib/sessions/schema";

const forTrack = (trackId: string, obligation: ObligationRow["obligation"]): ObligationRow => ({
  trackId,
  participantRole: null,
  obligation,
});
const forRole = (
  participantRole: NonNullable<ObligationRow["participantRole"]>,
  obligation: ObligationRow["obligation"],
): ObligationRow => ({ trackId: null, participantRole, obligation });

describe("who has to come", () => {
  it.each<
    [
      string,
      ObligationRow[],
      { trackId: string | null; participantRole: "manager" | "politician" | "guest" },
      string,
    ]
  >([
    ["without a rule everybody", [], { trackId: "a", participantRole: "manager" }, "required"],
    ["without a rule a guest may", [], { trackId: null, participantRole: "guest" }, "optional"],
    [
      "a rule about another track",
      [forTrack("b", "not_expected")],
      { trackId: "a", participantRole: "manager" },
      "required",
    ],
    [
      "a rule about the track",
      [forTrack("a", "not_expected")],
      { trackId: "a", participantRole: "manager" },
      "not_expected",
    ],
    [
      "a rule about the role",
      [forRole("politician", "not_expected")],
      { trackId: "a", participantRole: "politician" },
      "not_expected",
    ],
    [
      "a rule that asks a guest",
      [forRole("guest", "required")],
      { trackId: null, participantRole: "guest" },
      "required",
    ],
    [
      "the milder of two",
      [forTrack("a", "required"), forRole("politician", "optional")],
      { trackId: "a", participantRole: "politician" },
      "optional",
    ],
    [
      "the milder of two, the other way round",
      [forTrack("a", "not_expected"), forRole("manager", "required")],
      { trackId: "a", participantRole: "manager" },
      "not_expected",
    ],
    [
      "no track of one's own",
      [forTrack("a", "not_expected")],
      { trackId: null, participantRole: "manager" },
      "required",
    ],
  ])("%s", (_name, rows, attendee, expected) => {
    expect(obligationFor(rows, attendee)).toBe(expected);
  });
});

describe("one rule among others", () => {
  const rows = [forTrack("a", "optional"), forRole("politician", "required")];
  const politicians = { trackId: null, participantRole: "politician" as const };
  it("takes the place of the one about the same, and leaves the others", () => {
    const after = withObligation(rows, politicians, "not_expected");
    expect(after).toEqual([forTrack("a", "optional"), forRole("politician", "not_expected")]);
    expect(sameObligations(after, [...after].reverse())).toBe(true);
    expect(sameObligations(after, rows)).toBe(false);
  });
  it("goes, where everybody is to come as without it", () => {
    expect(withObligation(rows, politicians, "default")).toEqual([forTrack("a", "optional")]);
    expect(
      sameObligations(rows, withObligation(rows, { trackId: "b", participantRole: null }, "default")),
    ).toBe(true);
  });
  it("is named in a form by one word, which is read back", () => {
    const trackId = "0190b6c0-0000-7000-8000-000000000002";
    const sessionIds = [trackId];
    for (const subject of [politicians, { trackId, participantRole: null }])
      expect(
        setObligationsInput.parse({ sessionIds, subject: subjectKey(subject), obligation: "optional" })
          .subject,
      ).toEqual(subject);
    for (const subject of ["", "role:", "role:king", "track:x", `room:${trackId}`])
      expect(setObligationsInput.safeParse({ sessionIds, subject, obligation: "optional" }).success).toBe(
        false,
      );
    expect(setObligationsInput.safeParse({ subject: "role:guest", obligation: "optional" }).success).toBe(
      false,
    );
  });
});
