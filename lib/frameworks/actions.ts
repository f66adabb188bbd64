"use server";

import { action } from "@/lib/auth/action";
import { mayAuthorise } from "@/lib/auth/policy/frameworks";
import { authoriseAssessor, endAuthorisation, loadAuthorisation } from "./commands/authorise-assessor";
import { authoriseSchema, endAuthorisationSchema } from "./schema";

/** A certifier authorises an assessor for a framework version, or renews it. */
export const authoriseAssessorAction = action({
  name: "assessor.authorise",
  permission: "assessor.authorise",
  recentSignIn: true,
  input: authoriseSchema,
  load: (work, { personId, frameworkVersionId }) => loadAuthorisation(work, personId, frameworkVersionId),
  policy: mayAuthorise,
  async run(work, facts, { until }) {
    await authoriseAssessor(work, facts, until);
    return { message: "certify.assessors.authorised", redirectTo: "/certify/assessors" };
  },
});

/** A certifier ends an assessor's authorisation. */
export const endAuthorisationAction = action({
  name: "assessor.endAuthorisation",
  permission: "assessor.authorise",
  recentSignIn: true,
  input: endAuthorisationSchema,
  load: (work, { personId, frameworkVersionId }) => loadAuthorisation(work, personId, frameworkVersionId),
  policy: mayAuthorise,
  async run(work, facts) {
    await endAuthorisation(work, facts);
    return { message: "certify.assessors.ended", redirectTo: "/certify/assessors" };
  },
});
