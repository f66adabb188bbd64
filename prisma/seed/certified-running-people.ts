import { certifiedTrackId } from "./certified-programme.ts";
import type { Participant } from "./enrol.ts";
import { invent, type Someone } from "./people.ts";

/** Those of the running cohort whom a visitor of the demo signs in as. */
const named: readonly Someone[] = [
  {
    key: "participant",
    name: "Astrid Mølbjerg",
    email: "participant@fjordby.example",
    at: "fjordby",
    title: "Centerchef for sundhed",
    level: "department",
  },
  {
    key: "certified",
    name: "Bjarke Toftelund",
    email: "certified@aadal.example",
    at: "aadal",
    title: "Skolechef",
    level: "department",
  },
  {
    key: "hearing",
    name: "Jette Skovmand",
    email: "hearing@klitborg.example",
    at: "klitborg",
    title: "Teamleder",
    level: "team",
  },
  {
    key: "english",
    name: "Priya Raman",
    email: "english@region-baeltet.example",
    at: "region",
    title: "Head of Patient Flow",
    level: "unit",
    locale: "en",
  },
];

/** Everybody who is or was on the running cohort, in the order of their seats. */
export function runningParticipants(): Participant[] {
  const others = [
    ...invent("run-fjordby", 2, "fjordby"),
    ...invent("run-aadal", 5, "aadal"),
    ...invent("run-klitborg", 3, "klitborg"),
    ...invent("run-soendermark", 4, "soendermark"),
    ...invent("run-region", 3, "region"),
    ...invent("run-styrelse", 4, "styrelse"),
  ];
  const left: Readonly<Record<string, Pick<Participant, "state" | "endReason" | "replaces">>> = {
    "run-region-3": { state: "paused" },
    "run-aadal-4": { state: "withdrawn", endReason: "Trak sig på grund af en omorganisering." },
    "run-aadal-5": {
      state: "substituted",
      endReason: "Er gået på barsel; pladsen er overtaget af en kollega.",
    },
    "run-styrelse-3": { state: "transferred", endReason: "Er flyttet til næste hold." },
    "run-styrelse-4": { replaces: "run-aadal-5" },
  };
  return [...named, ...others].map((person, index) => {
    const consults = person.level === "none";
    return {
      person,
      role: consults ? (index % 2 === 0 ? "consultant" : "project_manager") : "manager",
      trackId: certifiedTrackId(2, consults ? 2 : 1),
      ...left[person.key],
    };
  });
}
