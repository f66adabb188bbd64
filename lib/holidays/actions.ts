"use server";
import { organisationsAs } from "@/lib/auth/acting";
import { action } from "@/lib/auth/action";
import { mayActForProvider } from "@/lib/auth/policy/providers";
import { addSchoolHoliday, loadSchoolHoliday, removeSchoolHoliday } from "./commands/edit-school-holidays";
import { addSchoolHolidayInput, removeSchoolHolidayInput } from "./schema";

/** Staff write down a municipality's school holiday. */
export const addSchoolHolidayAction = action({
  name: "schoolHoliday.add",
  permission: "session.manage",
  input: addSchoolHolidayInput,
  load: async ({ acting }, { providerId }) =>
    organisationsAs(acting, "staff").includes(providerId) ? { providerId } : null,
  policy: mayActForProvider,
  run: async (work, { providerId }, { providerId: _, ...holiday }) => {
    await addSchoolHoliday(work, providerId, holiday);
    return { message: "planning.holidays.added" };
  },
});

/** Staff take a school holiday away. */
export const removeSchoolHolidayAction = action({
  name: "schoolHoliday.remove",
  permission: "session.manage",
  input: removeSchoolHolidayInput,
  load: (work, { holidayId }) => loadSchoolHoliday(work, holidayId),
  policy: mayActForProvider,
  run: async (work, holiday) => {
    await removeSchoolHoliday(work, holiday);
    return { message: "planning.holidays.removed" };
  },
});
