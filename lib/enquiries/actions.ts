"use server";
import { action } from "@/lib/auth/action";
import { mayHandleEnquiry, maySendEnquiry } from "@/lib/auth/policy/enquiries";
import { answerEnquiry, assignEnquiry, closeEnquiry } from "./commands/handle-enquiry";
import { loadAddressee } from "./commands/load-addressee";
import { loadEnquiry } from "./commands/load-enquiry";
import { sendEnquiry } from "./commands/send-enquiry";
import { answerEnquiryInput, assignEnquiryInput, enquiryInput, sendEnquiryInput } from "./schema";

/** Anybody writes to a provider or a certifying body. */
export const sendEnquiryAction = action({
  name: "enquiry.send",
  permission: "enquiry.send",
  input: sendEnquiryInput,
  load: (work, { toOrganisationId }) => loadAddressee(work, toOrganisationId),
  policy: maySendEnquiry,
  run: async (work, _addressee, { locale, ...enquiry }) => {
    await sendEnquiry(work, enquiry, locale);
    return { message: "public.contact.done", redirectTo: "/contact?sent=1" };
  },
});

/** Whoever answers enquiries takes one on, or gives it to a colleague. */
export const assignEnquiryAction = action({
  name: "enquiry.assign",
  permission: "enquiry.answer",
  input: assignEnquiryInput,
  load: (work, { enquiryId }) => loadEnquiry(work, enquiryId),
  policy: mayHandleEnquiry,
  run: async (work, enquiry, { version, personId }) => {
    await assignEnquiry(work, enquiry, version, personId);
    return { message: "staff.enquiries.assigned" };
  },
});

/** Whoever answers enquiries answers one. */
export const answerEnquiryAction = action({
  name: "enquiry.answer",
  permission: "enquiry.answer",
  input: answerEnquiryInput,
  load: (work, { enquiryId }) => loadEnquiry(work, enquiryId),
  policy: mayHandleEnquiry,
  run: async (work, enquiry, { version, answer }) => {
    await answerEnquiry(work, enquiry, version, answer);
    return { message: "staff.enquiries.answered" };
  },
});

/** Whoever answers enquiries closes one, answered or not. */
export const closeEnquiryAction = action({
  name: "enquiry.close",
  permission: "enquiry.answer",
  input: enquiryInput,
  load: (work, { enquiryId }) => loadEnquiry(work, enquiryId),
  policy: mayHandleEnquiry,
  run: async (work, enquiry, { version }) => {
    await closeEnquiry(work, enquiry, version);
    return { message: "staff.enquiries.closed" };
  },
});
