"use server";

import { action } from "@/lib/auth/action";
import { mayCalibrate } from "@/lib/auth/policy/calibration";
import { closeRound, concludeRound } from "./commands/close-round";
import { loadRound } from "./commands/load-round";
import { loadVersion, openRound } from "./commands/open-round";
import { rateCase } from "./commands/rate-case";
import { discussSchema, openRoundSchema, rateSchema, roundSchema } from "./schema";

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
