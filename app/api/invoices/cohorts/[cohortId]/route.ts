import { getBasisSheet } from "@/lib/billing/queries/get-basis-sheet";
import { basisRoute } from "../../basis-route";

/** A cohort's invoice basis. */
export const GET = basisRoute("cohortId", getBasisSheet);
