import { notFound, redirect } from "next/navigation";
import { describe, expect, it } from "vitest";
import { leadsElsewhere } from "@/components/ui/leads-elsewhere";

function thrownBy(act: () => void): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe("an action's answer", () => {
  it("leads elsewhere where it redirects, and not where it finds nothing or fails", () => {
    expect(leadsElsewhere(thrownBy(() => redirect("/staff/agreements")))).toBe(true);
    expect(leadsElsewhere(thrownBy(() => notFound()))).toBe(false);
    expect(leadsElsewhere(new TypeError("Failed to fetch"))).toBe(false);
    expect(leadsElsewhere(undefined)).toBe(false);
  });
});
