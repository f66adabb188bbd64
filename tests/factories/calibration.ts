import type { Db } from "../../lib/db/client.ts";
import type { CalibrationRound } from "../../lib/db/generated/client.ts";
import type { CalibrationState } from "../../lib/db/generated/enums.ts";
import { makePersonInRole } from "./people.ts";
import { dayInDays, inDays, walk } from "./unique.ts";

export type RoundOptions = {
  readonly body: { readonly id: string };
  readonly framework: { readonly versionId: string; readonly criteria: readonly { readonly id: string }[] };
  readonly state?: CalibrationState;
  readonly title?: string;
  /** Who has rated the case: authorised assessors. */
  readonly raters: readonly string[];
};

const PATHS: Record<CalibrationState, CalibrationState[]> = {
  open: [],
  closed: ["closed"],
  discussed: ["closed", "discussed"],
};

/** A calibration round by a certifier made for it, moved to `state` (open). */
export async function makeRound(db: Db, options: RoundOptions): Promise<CalibrationRound> {
  const author = await makePersonInRole(db, "certifier", options.body.id);
  const { id } = await db.calibrationRound.create({
    data: {
      frameworkVersionId: options.framework.versionId,
      title: options.title ?? "Et tavlemøde",
      situation: "Et møde med otte medarbejdere",
      seen: "Lederen spurgte tre gange ind.",
      authorId: author.id,
      openedAt: inDays(-5),
      dueOn: dayInDays(10),
    },
    select: { id: true },
  });
  for (const assessorId of options.raters) {
    await db.calibrationAnswer.create({ data: { roundId: id, assessorId, submittedAt: inDays(-1) } });
    await db.calibrationRating.createMany({
      data: options.framework.criteria.map((criterion) => ({
        roundId: id,
        assessorId,
        criterionId: criterion.id,
        rating: "partly" as const,
      })),
    });
  }
  const changes = {
    open: {},
    closed: { closedAt: inDays(0) },
    discussed: { discussedAt: inDays(0), conclusion: "Vi ser efter spørgsmål." },
  };
  await walk(PATHS[options.state ?? "open"], (state) =>
    db.calibrationRound.update({ where: { id }, data: { state, ...changes[state] } }),
  );
  return db.calibrationRound.findUniqueOrThrow({ where: { id } });
}
