/**
 * The areas of the interface's texts: `messages/<locale>/<area>.json` is the namespace `<area>`, by the file's own name.
 * A new file is listed here, or it is not loaded.
 */
export const areas = [
  "ui",
  "shell",
  "public",
  "sign-in",
  "applications",
  "programmes",
  "agreements",
  "cohorts",
  "planning",
  "enrolments",
  "group-entries",
  "billing",
  "observations",
  "frameworks",
  "calibration",
  "sampling",
  "certification",
  "certificates",
  "badges",
  "my",
  "facilitate",
  "assess",
  "certify",
  "staff",
  "organisation",
  "admin",
  "mail",
  "calendar",
  "messages",
  "lists",
  "refusals",
  "library",
] as const;

export type Area = (typeof areas)[number];

/** Namespaces every page ships to the browser. All others stay on the server unless a page passes them on (client-messages.ts). */
export const clientAreas = ["ui", "shell"] as const satisfies readonly Area[];
