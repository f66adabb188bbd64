import type { Round } from "./cases.ts";

const granted = { by: "assessor", on: -13, outcome: "certified" } as const;
/** A refusal after a hearing, as forvaltningsloven wants it. */
const refused = {
  recommendation: { by: "assessor-2", on: -52, outcome: "not_certified" },
  hearing: { by: "certifier", opened: -50, due: -34, statementOn: -38 },
  decision: { by: "certifier", on: -31 },
} as const;

/** How far the cases of the running cohort came that have gone on beyond gathering evidence. */
export const runningRounds: readonly Round[] = [
  { person: "run-region-1", state: "ready" },
  { person: "run-region-2", state: "recommended", recommendation: granted },
  {
    person: "run-styrelse-2",
    state: "recommended",
    recommendation: { ...granted, by: "certifier-2", on: -4 },
  },
  {
    person: "hearing",
    state: "hearing",
    recommendation: { by: "assessor-2", on: -12, outcome: "not_certified" },
    hearing: { by: "certifier-3", opened: -11, due: 4 },
  },
  {
    person: "run-styrelse-1",
    state: "decided",
    recommendation: granted,
    decision: { by: "certifier-2", on: -2 },
  },
  {
    person: "certified",
    state: "released",
    recommendation: granted,
    decision: { by: "certifier", on: -9 },
    release: { by: "certifier", on: -8 },
  },
  {
    person: "run-fjordby-2",
    state: "released",
    exception: {
      requirement: "practice_project",
      by: "certifier-3",
      reason: "Projektet blev standset af en politisk beslutning. Opsamlingen er lavet og viser det samme.",
    },
    recommendation: granted,
    decision: { by: "certifier", on: -9 },
    release: { by: "certifier-2", on: -8 },
  },
  {
    person: "run-klitborg-3",
    state: "released",
    recommendation: { ...granted, outcome: "repeat_requested", on: -36 },
    decision: { by: "certifier-2", on: -32 },
    release: { by: "certifier-2", on: -31 },
  },
  {
    person: "run-aadal-3",
    state: "appealed",
    ...refused,
    release: { by: "certifier", on: -20 },
    appeal: { filedOn: -6 },
  },
  {
    person: "run-soendermark-3",
    state: "upheld",
    ...refused,
    release: { by: "certifier", on: -28 },
    appeal: { filedOn: -21, by: "certifier-3", on: -5 },
  },
  {
    person: "run-soendermark-4",
    state: "changed",
    ...refused,
    release: { by: "certifier", on: -28 },
    appeal: { filedOn: -20, by: "certifier-3", on: -3, changedTo: "certified" },
  },
];
