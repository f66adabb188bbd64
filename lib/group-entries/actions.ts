"use server";

import { action } from "@/lib/auth/action";
import { mayEnterFor } from "@/lib/auth/policy/group-entries";
import {
  addRow,
  changeRow,
  discardEntry,
  loadCohortToEnter,
  loadGroupEntry,
  removeRow,
  startEntry,
} from "./commands/edit-entry";
import { loadOwnSeats, nameForSeat } from "./commands/name-for-seat";
import { submitEntry } from "./commands/submit-entry";
import {
  addRowSchema,
  changeRowSchema,
  discardEntrySchema,
  nameForSeatSchema,
  removeRowSchema,
  startEntrySchema,
  submitEntrySchema,
} from "./schema";

/** A coordinator begins a list of people to apply for, from a file or empty. */
export const startEntryAction = action({
  name: "groupEntry.start",
  permission: "organisation.enrol",
  input: startEntrySchema,
  load: (work, input) => loadCohortToEnter(work, input),
  policy: mayEnterFor,
  async run(work, cohort, { file }) {
    const id = await startEntry(work, cohort, file);
    return { redirectTo: `/organisation/apply/${id}` };
  },
});

/** A row is added to a list. */
export const addRowAction = action({
  name: "groupEntry.addRow",
  permission: "organisation.enrol",
  input: addRowSchema,
  load: (work, { groupEntryId }) => loadGroupEntry(work, groupEntryId),
  policy: mayEnterFor,
  async run(work, list, { groupEntryId: _, ...content }) {
    await addRow(work, list, content);
    return { message: "group-entries.row.added" };
  },
});

/** A row of a list is corrected. */
export const changeRowAction = action({
  name: "groupEntry.changeRow",
  permission: "organisation.enrol",
  input: changeRowSchema,
  load: (work, { groupEntryId }) => loadGroupEntry(work, groupEntryId),
  policy: mayEnterFor,
  async run(work, list, { groupEntryId: _, rowId, ...content }) {
    await changeRow(work, list, rowId, content);
    return { message: "group-entries.row.changed" };
  },
});

/** A row is taken off a list. */
export const removeRowAction = action({
  name: "groupEntry.removeRow",
  permission: "organisation.enrol",
  input: removeRowSchema,
  load: (work, { groupEntryId }) => loadGroupEntry(work, groupEntryId),
  policy: mayEnterFor,
  async run(work, list, { rowId }) {
    await removeRow(work, list, rowId);
    return { message: "group-entries.row.removed" };
  },
});

/** A list is thrown away. */
export const discardEntryAction = action({
  name: "groupEntry.discard",
  permission: "organisation.enrol",
  input: discardEntrySchema,
  load: (work, { groupEntryId }) => loadGroupEntry(work, groupEntryId),
  policy: mayEnterFor,
  async run(work, list) {
    await discardEntry(work, list);
    return { message: "group-entries.discard.done", redirectTo: "/organisation/apply" };
  },
});

/** A list is handed in: an application for everybody on it. */
export const submitEntryAction = action({
  name: "groupEntry.submit",
  permission: "organisation.enrol",
  input: submitEntrySchema,
  load: (work, { groupEntryId }) => loadGroupEntry(work, groupEntryId),
  policy: mayEnterFor,
  async run(work, list, { groupEntryId: _, ...terms }) {
    await submitEntry(work, list, terms);
    return { message: "group-entries.submit.done", redirectTo: "/organisation/apply" };
  },
});

/** A coordinator names somebody for one of the organisation's own seats. */
export const nameForSeatAction = action({
  name: "groupEntry.nameForSeat",
  permission: "organisation.enrol",
  input: nameForSeatSchema,
  load: (work, { seatClassId }) => loadOwnSeats(work, seatClassId),
  policy: mayEnterFor,
  async run(work, seats, { seatClassId: _, ...named }) {
    await nameForSeat(work, seats, named);
    return { message: "group-entries.seat.done" };
  },
});
