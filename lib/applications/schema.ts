import { z } from "zod";
import { freeText, shortText } from "@/lib/core/free-text";
import { versionField } from "@/lib/core/version";
import { digitsOf, isGln } from "@/lib/organisations/rules/gln";
import { applicantRoles } from "./rules/roles";

/** A choice that may still be open: nothing, or the empty string of an untouched select. */
const open = <T extends z.ZodType>(schema: T) =>
  z
    .union([z.literal("").transform(() => null), schema])
    .optional()
    .transform((value) => value ?? null);

/** An address as it is stored and compared: NFKC, lower-case. */
export const normalEmail = (text: string): string => text.normalize("NFKC").trim().toLowerCase();
const emailAddress = z.string().transform(normalEmail).pipe(z.email("email").max(254));

const MOTIVATION_MIN = 40;
/** The name by which a question is known from version to version. */
const questionKey = z.string().regex(/^[a-z][a-z0-9]{0,31}$/);

/** 13 digits, with the spaces people put between them. */
const GLN_TYPED_MAX = 20;

/**
 * An application as its form sends it. `intent: draft` is the autosave: bounds only, half a number or no answer is fine.
 * `submit` asks for all that can be seen without knowing the cohort; the rest is in rules/submission.ts.
 */
export const applicationSchema = z
  .object({
    intent: z.enum(["draft", "submit"]).default("submit"),
    cohortId: z.uuid(),
    /** The draft's version when the form was rendered; 0 where nothing was saved yet. */
    version: z.coerce.number().int().min(0).max(2_147_483_647),
    participantRole: open(z.enum(applicantRoles)),
    trackId: open(z.uuid()),
    organisationId: open(z.uuid()),
    /** The name of one that is not in the list; counts only where none was chosen there. */
    organisationOther: shortText(160),
    title: shortText(120),
    motivation: freeText(4000),
    accommodation: freeText(2000),
    managerName: shortText(120),
    managerEmail: shortText(254),
    payer: open(z.enum(["organisation", "agreement", "self"])),
    payerGln: shortText(GLN_TYPED_MAX),
    payerReference: shortText(60),
    confirmed: z.literal("on").optional(),
    /** Answers to the cohort's own questions, by their keys; rules/questions.ts says whether they fit. */
    answers: z.record(questionKey, freeText(4000)).default({}),
    files: z.record(questionKey, z.instanceof(File)).default({}),
  })
  .superRefine((input, context) => {
    if (input.intent === "draft") return;
    const wrong = (field: keyof typeof input, message = "required") =>
      context.addIssue({ code: "custom", message, path: [field] });
    if (input.participantRole === null) wrong("participantRole", "choose");
    if (input.title === "") wrong("title");
    if (input.motivation.length < MOTIVATION_MIN) {
      wrong("motivation", input.motivation === "" ? "required" : "applications:motivationThin");
    }
    if (input.managerEmail !== "" && input.managerName === "") wrong("managerName");
    if (input.managerEmail !== "" && !emailAddress.safeParse(input.managerEmail).success) {
      wrong("managerEmail", "email");
    }
    if (input.payer === null) wrong("payer", "choose");
    if (input.payer === "organisation") {
      if (input.organisationId === null && input.organisationOther === "") wrong("organisationId");
      if (input.managerEmail === "") wrong("managerEmail", "applications:managerMissing");
    }
    const gln = digitsOf(input.payerGln);
    if (input.payer === "organisation" && gln !== "" && !isGln(gln)) wrong("payerGln", "gln");
    if (input.confirmed === undefined) wrong("confirmed", "applications:confirmMissing");
  });

export type ApplicationInput = z.output<typeof applicationSchema>;

/** The manager's answer, by the signed link. */
export const approvalSchema = z.object({
  token: z.string().min(1).max(200),
  answer: z.enum(["approve", "decline"]),
  comment: freeText(1000),
});

/** Whoever holds the link passes the question on to a deputy. */
export const forwardSchema = z.object({
  token: z.string().min(1).max(200),
  deputyName: shortText(120, { required: true }),
  deputyEmail: emailAddress,
  note: freeText(1000),
});

/** The coordinator's answer in the manager's place. */
export const coordinatorApprovalSchema = z.object({
  applicationId: z.uuid(),
  answer: z.enum(["approve", "decline"]),
  comment: freeText(1000),
});

/** Whom to ask again. */
export const askAgainSchema = z.object({
  applicationId: z.uuid(),
  managerName: shortText(120, { required: true }),
  managerEmail: emailAddress,
});

/** The applicant withdraws. */
export const withdrawApplicationSchema = z.object({ applicationId: z.uuid() });

/** Staff take up or admit an application as they see it. */
export const reviewSchema = z.object({ applicationId: z.uuid(), version: versionField });

/** Staff decline an application. */
export const declineSchema = z.object({
  applicationId: z.uuid(),
  version: versionField,
  reason: freeText(2000, { required: true }),
});

/** A ticked row of the inbox: an application's id and the version that was on the screen, `<id>.<version>`. */
const ticked = z
  .string()
  .regex(/^[0-9a-f-]{36}\.[0-9]{1,10}$/)
  .transform((text) => ({ id: text.slice(0, 36), version: Number(text.slice(37)) }));

/** Staff admit or decline several applications of a cohort at once; who is declined is told the reason. */
export const severalSchema = z
  .object({
    cohortId: z.uuid(),
    selected: z.array(ticked).max(100).default([]),
    decision: z.enum(["admit", "decline"]),
    reason: freeText(2000),
  })
  .superRefine((input, context) => {
    if (input.selected.length === 0) {
      context.addIssue({ code: "custom", message: "applications:nobodySelected", path: ["selected"] });
    }
    if (input.decision === "decline" && input.reason === "") {
      context.addIssue({ code: "custom", message: "required", path: ["reason"] });
    }
  });

/** Staff write a note to an application for each other. */
export const noteSchema = z.object({
  applicationId: z.uuid(),
  text: freeText(2000, { required: true }),
});
