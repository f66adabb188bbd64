"use server";
import { action } from "@/lib/auth/action";
import { mayActForProvider } from "@/lib/auth/policy/providers";
import { changeCapacity } from "./commands/change-capacity";
import { changeState } from "./commands/change-state";
import { copyCohort } from "./commands/copy-cohort";
import { createCohort } from "./commands/create-cohort";
import { editCohort } from "./commands/edit-cohort";
import { addFacilitator, removeFacilitator, setLead } from "./commands/edit-team";
import { loadCohortParent } from "./commands/load-cohort-parent";
import { loadCohort } from "./facts/load-cohort";
import {
  addFacilitatorInput,
  changeCapacityInput,
  changeStateInput,
  copyCohortInput,
  createCohortInput,
  editCohortInput,
  teamMemberInput,
} from "./schema";

/** Staff plan a new cohort, as a draft. */
export const createCohortAction = action({
  name: "cohort.create",
  permission: "cohort.manage",
  input: createCohortInput,
  load: (work, { programmeVersionId }) => loadCohortParent(work, programmeVersionId),
  policy: mayActForProvider,
  run: async (work, parent, { programmeVersionId: _, ...content }) => {
    const id = await createCohort(work, parent, content);
    return { message: "cohorts.create.done", redirectTo: `/staff/cohorts/${id}` };
  },
});

/** Staff repeat a cohort with all its days moved. */
export const copyCohortAction = action({
  name: "cohort.copy",
  permission: "cohort.manage",
  input: copyCohortInput,
  load: (work, { cohortId }) => loadCohort(work, cohortId),
  policy: mayActForProvider,
  run: async (work, cohort, { cohortId: _, ...wish }) => {
    const id = await copyCohort(work, cohort.id, wish);
    return { message: "planning.copy.done", redirectTo: `/staff/cohorts/${id}` };
  },
});

/** Staff change what a cohort is. */
export const editCohortAction = action({
  name: "cohort.edit",
  permission: "cohort.manage",
  input: editCohortInput,
  load: (work, { cohortId }) => loadCohort(work, cohortId),
  policy: mayActForProvider,
  run: async (work, cohort, { cohortId: _, version, ...content }) => {
    await editCohort(work, cohort, version, content);
    return { message: "cohorts.edit.done" };
  },
});

/** Staff change how many seats a cohort has. */
export const changeCapacityAction = action({
  name: "cohort.changeCapacity",
  permission: "cohort.manage",
  input: changeCapacityInput,
  load: (work, { cohortId }) => loadCohort(work, cohortId),
  policy: mayActForProvider,
  run: async (work, cohort, { version, capacity }) => {
    await changeCapacity(work, cohort, version, capacity);
    return { message: "cohorts.capacity.done" };
  },
});

/** Staff take a cohort to its next state, with what follows for its people. */
export const changeCohortStateAction = action({
  name: "cohort.changeState",
  permission: "cohort.manage",
  input: changeStateInput,
  load: (work, { cohortId }) => loadCohort(work, cohortId),
  policy: mayActForProvider,
  run: async (work, cohort, { version, state, reason }) => {
    await changeState(work, cohort, { version, to: state, reason: reason ?? "" });
    return { message: `cohorts.change.${state}.done`, redirectTo: `/staff/cohorts/${cohort.id}` };
  },
});

/** Staff add somebody to a cohort's teaching team. */
export const addFacilitatorAction = action({
  name: "cohort.addFacilitator",
  permission: "cohort.manage",
  input: addFacilitatorInput,
  load: (work, { cohortId }) => loadCohort(work, cohortId),
  policy: mayActForProvider,
  run: async (work, cohort, { personId, isLead }) => {
    await addFacilitator(work, cohort, personId, isLead);
    return { message: "cohorts.team.added" };
  },
});

/** Staff say who leads a cohort's teaching team. */
export const setLeadAction = action({
  name: "cohort.setLead",
  permission: "cohort.manage",
  input: teamMemberInput,
  load: (work, { cohortId }) => loadCohort(work, cohortId),
  policy: mayActForProvider,
  run: async (work, cohort, { personId }) => {
    await setLead(work, cohort, personId);
    return { message: "cohorts.team.leadChanged" };
  },
});

/** Staff take somebody off a cohort's teaching team. */
export const removeFacilitatorAction = action({
  name: "cohort.removeFacilitator",
  permission: "cohort.manage",
  input: teamMemberInput,
  load: (work, { cohortId }) => loadCohort(work, cohortId),
  policy: mayActForProvider,
  run: async (work, cohort, { personId }) => {
    await removeFacilitator(work, cohort, personId);
    return { message: "cohorts.team.removed" };
  },
});
