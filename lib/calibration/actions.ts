"use server";

import { action } from "@/lib/auth/action";
import { mayCalibrate } from "@/lib/auth/policy/calibration";
import { closeRound, concludeRound } from "./commands/close-round";
import { loadRound } from "./commands/load-round";
import { loadVersion, openRound } from "./commands/open-round";
import { rateCase } from "./commands/rate-case";
import { discussSchema, openRoundSchema, rateSchema, roundSchema } from "./schema";

/** A certifier opens a calibration round on one case. */
export const openRoundAction = action({
  name: "calibration.open",
  permission: "calibration.run",
  input: openRoundSchema,
  load: (work, { frameworkVersionId }) => loadVersion(work, frameworkVersionId),
  policy: mayCalibrate,
  async run(work, version, { frameworkVersionId: _, ...wish }) {
    const id = await openRound(work, version, wish);
    return { message: "calibration.opened", redirectTo: `/certify/calibration/${id}` };
  },
});

/** An assessor rates the case of an open round, once. */
export const rateCaseAction = action({
  name: "calibration.rate",
  permission: "calibration.rate",
  input: rateSchema,
  load: (work, { roundId }) => loadRound(work, roundId),
  policy: mayCalibrate,
  async run(work, round, { ratings }) {
    await rateCase(work, round, ratings);
    return { message: "calibration.rated" };
  },
});

/** A certifier closes a round; from then on the ratings are shown to those who gave one. */
export const closeRoundAction = action({
  name: "calibration.close",
  permission: "calibration.run",
  input: roundSchema,
  load: (work, { roundId }) => loadRound(work, roundId),
  policy: mayCalibrate,
  async run(work, round, { version }) {
    await closeRound(work, round, version);
    return { message: "calibration.closed" };
  },
});

/** A certifier writes down what the assessors agreed on. */
export const concludeRoundAction = action({
  name: "calibration.conclude",
  permission: "calibration.run",
  input: discussSchema,
  load: (work, { roundId }) => loadRound(work, roundId),
  policy: mayCalibrate,
  async run(work, round, { version, conclusion }) {
    await concludeRound(work, round, version, conclusion);
    return { message: "calibration.discussed" };
  },
});
