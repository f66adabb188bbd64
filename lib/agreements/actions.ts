"use server";
import { organisationsAs } from "@/lib/auth/acting";
import { action } from "@/lib/auth/action";
import { mayActForProvider } from "@/lib/auth/policy/providers";
import { removeSeats, setSeats } from "./commands/allocate-seats";
import { loadAgreement } from "./commands/load-agreement";
import { changeAgreementState, createAgreement, editAgreement } from "./commands/write-agreement";
import {
  changeAgreementStateInput,
  createAgreementInput,
  editAgreementInput,
  removeSeatsInput,
  setSeatsInput,
} from "./schema";

/** Staff write down a new agreement of their provider. */
export const createAgreementAction = action({
  name: "agreement.create",
  permission: "agreement.manage",
  input: createAgreementInput,
  load: async ({ acting }, { providerId }) =>
    organisationsAs(acting, "staff").includes(providerId) ? { providerId } : null,
  policy: mayActForProvider,
  run: async (work, { providerId }, { providerId: _, ...content }) => {
    const id = await createAgreement(work, providerId, content);
    return { message: "agreements.created", redirectTo: `/staff/agreements/${id}` };
  },
});

/** Staff change what an agreement says. */
export const editAgreementAction = action({
  name: "agreement.edit",
  permission: "agreement.manage",
  input: editAgreementInput,
  load: (work, { agreementId }) => loadAgreement(work, agreementId),
  policy: mayActForProvider,
  run: async (work, agreement, { agreementId: _, version, ...content }) => {
    await editAgreement(work, agreement, version, content);
    return { message: "agreements.saved" };
  },
});

/** Staff take an agreement to its next state. */
export const changeAgreementStateAction = action({
  name: "agreement.changeState",
  permission: "agreement.manage",
  input: changeAgreementStateInput,
  load: (work, { agreementId }) => loadAgreement(work, agreementId),
  policy: mayActForProvider,
  run: async (work, agreement, { version, state }) => {
    await changeAgreementState(work, agreement, version, state);
    return { message: "agreements.stateChanged" };
  },
});

/** Staff say how many seats an agreement gives a partner. */
export const setSeatsAction = action({
  name: "agreement.setSeats",
  permission: "agreement.manage",
  input: setSeatsInput,
  load: (work, { agreementId }) => loadAgreement(work, agreementId),
  policy: mayActForProvider,
  run: async (work, agreement, { organisationId, trackId, seats }) => {
    await setSeats(work, agreement, { organisationId, trackId, seats });
    return { message: "agreements.seats.saved" };
  },
});

/** Staff take a partner's seats back. */
export const removeSeatsAction = action({
  name: "agreement.removeSeats",
  permission: "agreement.manage",
  input: removeSeatsInput,
  load: (work, { agreementId }) => loadAgreement(work, agreementId),
  policy: mayActForProvider,
  run: async (work, agreement, { allocationId }) => {
    await removeSeats(work, agreement, allocationId);
    return { message: "agreements.seats.removed" };
  },
});
