import { allowed, type Decision, type Refusal, refuse } from "../../core/decision.ts";
import { hashOf } from "../../core/hash.ts";
import type { Rating } from "../../db/generated/enums.ts";

/** What is noted of one criterion. `rating` is null until the assessor has chosen: there is no default. */
export type RatingNote = {
  readonly criterionId: string;
  readonly rating: Rating | null;
  readonly evidence: string;
};

/** A photo or a file beside what was seen, of one criterion or (null) of the whole observation, known by the hash of its bytes. */
export type AttachedFile = {
  readonly criterionId: string | null;
  readonly caption: string;
  readonly sha256: string;
};

/** What an observation says. `observedOn` is a calendar day (`2026-05-13`). */
export type ObservationContent = {
  readonly enrolmentId: string;
  readonly assessorId: string;
  readonly organisationId: string | null;
  readonly observedOn: string;
  readonly situation: string;
  readonly seen: string;
  readonly interpreted: string;
  readonly amendsId: string | null;
  readonly ratings: readonly RatingNote[];
  readonly files: readonly AttachedFile[];
};

/** A criterion as the rules need it. */
export type CriterionFacts = { readonly id: string; readonly code: string };

/** The files in an order of their own, by what is in them; undefined where there are none: such a hash is what it was before there were files. */
function filesToHash(files: readonly AttachedFile[]): AttachedFile[] | undefined {
  if (files.length === 0) return undefined;
  const key = ({ sha256, criterionId, caption }: AttachedFile) => `${sha256} ${criterionId} ${caption}`;
  return [...files]
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .map(({ criterionId, caption, sha256 }) => ({ criterionId, caption, sha256 }));
}

/**
 * SHA-256 of what an observation says and of the files beside it, 64 hexadecimal digits, whatever their order. Set at submission and
 * computed again at the decision: a letter changed in between shows, and so does a point of a picture.
 */
export function contentHash(content: ObservationContent): string {
  const ratings = [...content.ratings]
    .sort((a, b) => (a.criterionId < b.criterionId ? -1 : 1))
    .map(({ criterionId, rating, evidence }) => ({ criterionId, rating, evidence }));
  const { enrolmentId, assessorId, organisationId, observedOn, situation, seen, interpreted, amendsId } =
    content;
  return hashOf({
    enrolmentId,
    assessorId,
    organisationId,
    observedOn,
    situation,
    seen,
    interpreted,
    amendsId,
    ratings,
    files: filesToHash(content.files),
  });
}

/** Two texts that say the same letter for letter, but for spaces and capitals. */
function sameWords(a: string, b: string): boolean {
  const plain = (text: string) => text.replace(/\s+/g, " ").trim().toLowerCase();
  return plain(a) !== "" && plain(a) === plain(b);
}

function missingOfCriterion(criterion: CriterionFacts, note: RatingNote | undefined): Refusal | null {
  const params = { criterion: criterion.code };
  if (!note || note.rating === null) {
    return { code: "observation.unrated", params, field: `ratings.${criterion.id}.rating` };
  }
  if (note.rating === "reached" && note.evidence.trim() === "") {
    return { code: "observation.evidenceMissing", params, field: `ratings.${criterion.id}.evidence` };
  }
  return null;
}

/**
 * Everything that an observation lacks before it can be submitted, in the order of the form; empty when it is whole. Every
 * criterion is rated, `not_seen` being a rating of its own; `reached` has evidence; what was seen stands apart from what is
 * interpreted (design/domain.md). `today` is the calendar day at the participant's place.
 */
export function missingForSubmission(
  content: Omit<ObservationContent, "files">,
  criteria: readonly CriterionFacts[],
  today: string,
): Refusal[] {
  const notes = new Map(content.ratings.map((note) => [note.criterionId, note]));
  const missing: (Refusal | null)[] = [
    content.observedOn > today ? { code: "observation.dayAhead", field: "observedOn" } : null,
    content.situation.trim() === "" ? { code: "observation.situationMissing", field: "situation" } : null,
    content.seen.trim() === "" ? { code: "observation.seenMissing", field: "seen" } : null,
    sameWords(content.seen, content.interpreted)
      ? { code: "observation.seenIsInterpreted", field: "interpreted" }
      : null,
    ...criteria.map((criterion) => missingOfCriterion(criterion, notes.get(criterion.id))),
  ];
  return missing.filter((refusal) => refusal !== null);
}

/** Whether an observation is whole; refused with the first thing it lacks. A rating of a foreign criterion is refused too. */
export function decideSubmission(
  content: ObservationContent,
  criteria: readonly CriterionFacts[],
  today: string,
): Decision {
  const known = new Set(criteria.map((criterion) => criterion.id));
  if (content.ratings.some((note) => !known.has(note.criterionId))) {
    return refuse("observation.foreignCriterion");
  }
  const [first] = missingForSubmission(content, criteria, today);
  return first ? { ok: false, refusal: first } : allowed;
}
