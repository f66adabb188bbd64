import { describe, expect, it } from "vitest";
import { type ObligationRow, obligationFor } from "@/lib/sessions/rules/obligations";

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
