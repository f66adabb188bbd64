import type { PracticeProjectState } from "../../lib/db/generated/enums.ts";
import { need } from "./base.ts";
import type { Participant } from "./enrol.ts";
import type { Seen, Visit } from "./observe.ts";
import type { Photo } from "./photos.ts";

/** Those whose evidence is whole, in some way or other: the cases after `ready`. */
const SEEN_WELL = [
  "certified",
  "run-fjordby-2",
  "run-region-1",
  "run-region-2",
  "run-styrelse-1",
  "run-styrelse-2",
] as const;
/** Those whose dialogue and culture were seen twice and not reached. */
const SEEN_SHORT = [
  "hearing",
  "run-aadal-3",
  "run-klitborg-3",
  "run-soendermark-3",
  "run-soendermark-4",
] as const;

/** What the roll says: letters a session as in `seedAttendance`. The first participant misses one and can still reach 90 %. */
export function runningAttendance(participants: readonly Participant[]): Record<string, string> {
  const special: Readonly<Record<string, string>> = {
    participant: "PPPPAPPP",
    english: "PPPPPDPL",
    "run-fjordby-1": "PPLPPPPP",
    "run-klitborg-1": "PAPPMPPP",
    "run-region-3": "PPPPA",
    "run-aadal-4": "PL",
    "run-aadal-5": "PP",
    "run-styrelse-3": "P",
    "run-styrelse-4": "..PPPPPP",
    "run-soendermark-2": "PPAPAPPA",
  };
  return Object.fromEntries(
    participants.map(({ person }) => [person.key, special[person.key] ?? "PPPPPPPP"]),
  );
}

/** Practice projects in every state; none yet of those who have just begun. */
export function runningProjects(participants: readonly Participant[]): Record<string, PracticeProjectState> {
  const special: Readonly<Record<string, PracticeProjectState>> = {
    participant: "active",
    english: "agreed",
    // Excepted from it: see the case.
    "run-fjordby-2": "abandoned",
    "run-fjordby-1": "proposed",
    "run-aadal-1": "active",
    "run-aadal-2": "agreed",
    "run-klitborg-1": "active",
    "run-klitborg-2": "active",
    "run-soendermark-1": "abandoned",
    "run-soendermark-2": "active",
    "run-region-3": "active",
  };
  const none = ["run-aadal-4", "run-aadal-5", "run-styrelse-3", "run-styrelse-4"];
  return Object.fromEntries(
    participants
      .map(({ person }) => person.key)
      .filter((key) => !none.includes(key))
      .map((key) => [key, special[key] ?? "concluded"]),
  );
}

type Occasion = Omit<Seen, "at">;
const occasion = (
  person: string,
  assessor: string,
  on: number,
  state: Seen["state"],
  ratings: string,
): Occasion => ({ person, assessor, on, state, ratings });

const BOARD: Photo = { caption: "Tavlen, da gruppen havde samlet idéerne i tre", criterion: 2 };

/** Observations in every state; two by different assessors of everybody whose case has gone on. */
export function runningObservations(participants: readonly Participant[]): Seen[] {
  const at = new Map(participants.map(({ person }) => [person.key, person.at]));
  return [...weighed(), ...underWay].map((seen) => ({ ...seen, at: need(at, seen.person) }));
}

/** Both observations of those whose case has gone on; of one only the inclusion of users was not reached. */
function weighed(): Occasion[] {
  const well = SEEN_WELL.flatMap((person, index) => {
    const second = index === 5 ? "assessor-3" : "assessor-2";
    return [
      { ...occasion(person, "assessor", -88 + index * 3, "locked", "RRRRPRPS"), photo: BOARD },
      { ...occasion(person, second, -60 + index * 3, "locked", "RPSRRRRR"), lapsed: index === 2 },
    ];
  });
  const short = SEEN_SHORT.flatMap((person, index) => {
    const [first, second] = person === "run-klitborg-3" ? ["RRRRRPRP", "RRRRRRRN"] : ["RRPNNRPS", "RPRNNRRP"];
    return [
      occasion(person, "assessor-2", -104 + index * 3, "locked", first),
      occasion(person, "assessor", -70 + index * 3, "locked", second),
    ];
  });
  return [...well, ...short];
}

const underWay: readonly Occasion[] = [
  { ...occasion("participant", "assessor", -62, "locked", "RRPRSPSS"), photo: BOARD },
  {
    ...occasion("participant", "assessor", -58, "locked", "RRRRSPSS"),
    amends: { on: -62, reason: "Under K3 manglede prototypen fra mødets anden halvdel." },
  },
  {
    ...occasion("participant", "assessor-2", -9, "shared", "RPRRPSSS"),
    photo: { caption: "Skitsen af vagtplanen, som gruppen endte med", criterion: 3 },
  },
  { ...occasion("run-aadal-1", "assessor", -3, "draft", "RR.P...."), photo: BOARD },
  occasion("run-aadal-1", "assessor-2", -45, "locked", "RRSPSRSS"),
  occasion("run-aadal-2", "assessor", -6, "submitted", "RPRRSSPS"),
  occasion("run-klitborg-1", "assessor-2", -12, "returned", "PRPRSSSR"),
  occasion("run-klitborg-2", "assessor-3", -13, "responded", "RRRPRSSR"),
  occasion("run-soendermark-2", "assessor-3", -34, "response_lapsed", "RPSNPRSS"),
  occasion("english", "assessor-certifier", -28, "locked", "RRRRSRSP"),
];

/** Visits that are not observed yet, or never were: booked, proposed, requested, missed and cancelled. */
export function runningVisits(): Visit[] {
  return [
    {
      person: "participant",
      assessor: "assessor-2",
      on: 11,
      state: "booked",
      place: "Sundhedshuset, Havnegade 3",
    },
    { person: "run-fjordby-1", assessor: "assessor", on: 14, state: "proposed" },
    { person: "run-aadal-2", assessor: "assessor-certifier", on: 19, state: "requested" },
    { person: "english", assessor: "assessor", on: 9, state: "booked", prepared: true },
    { person: "run-klitborg-1", assessor: "assessor", on: -25, state: "missed" },
    {
      person: "run-soendermark-1",
      assessor: "assessor-2",
      on: -18,
      state: "cancelled",
      cancelReason: "Mødet, der skulle observeres, blev flyttet.",
    },
  ];
}
