import { getAgreementBasisSheet } from "@/lib/billing/queries/get-agreement-basis-sheet";
import { basisRoute } from "../../basis-route";

/** An agreement's invoice basis. */
export const GET = basisRoute("agreementId", getAgreementBasisSheet);
