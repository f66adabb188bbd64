import type { Prisma } from "../../lib/db/generated/client.ts";
import { idOf, past, type Seed } from "./base.ts";
import { personId } from "./people.ts";

const FORM = "form odense-foraar";

/** The id of the version of the spring cohort's questions that its applicants answer. */
export const springFormId = (): string => idOf(FORM);
const questionId = (key: string): string => idOf(`${FORM} ${key}`);

/** One question of each kind, one of them with a condition. */
const QUESTIONS: readonly Omit<Prisma.ApplicationQuestionCreateManyInput, "id" | "formId" | "position">[] = [
  {
    key: "qtask",
    kind: "text",
    label: "Hvilken opgave vil du bruge forløbet på?",
    hint: "Et par linjer: hvad er problemet, og hvem mærker det?",
    required: true,
  },
  {
    key: "qstaff",
    kind: "choice",
    label: "Leder du medarbejdere?",
    options: ["Ja", "Nej"],
    required: true,
  },
  {
    key: "qhowmany",
    kind: "number",
    label: "Hvor mange?",
    minimum: 1,
    maximum: 5000,
    required: true,
    shownWhenKey: "qstaff",
    shownWhenValue: "Ja",
  },
  {
    key: "qstatement",
    kind: "file",
    label: "Udtalelse fra din leder",
    hint: "Hvis du har en.",
  },
  {
    key: "qshare",
    kind: "consent",
    label: "Mit navn og min arbejdsplads må stå på deltagerlisten, som de andre på holdet får.",
  },
];

/** What the spring cohort asks beyond what every application holds. */
export async function seedSpringForm({ db, now }: Seed, cohortId: string): Promise<void> {
  await db.cohort.update({
    where: { id: cohortId },
    data: {
      approvalDays: 10,
      admissionCriteria: [
        "Har en opgave på sit eget bord, som forløbet kan bruges på",
        "Kan være med på mindst seks af de otte dage",
        "Har en leder, der bakker op om forsøg i drift",
      ],
    },
  });
  await db.applicationForm.create({
    data: { id: springFormId(), cohortId, number: 1, createdById: personId("staff"), createdAt: now },
  });
  await db.applicationQuestion.createMany({
    data: QUESTIONS.map((question, index) => ({
      hint: "",
      ...question,
      id: questionId(question.key),
      formId: springFormId(),
      position: index + 1,
    })),
  });
}

const TASKS = [
  "Vores ventetid på hjemmehjælp. Den går ud over de ældste, og vi har prøvet at løse den oppefra.",
  "Overgangen fra dagtilbud til skole. Forældrene fortæller det samme tre gange.",
  "Sygefraværet i køkkenet. Vi har mange idéer, men ingen bliver prøvet af.",
];

/** Answers of those who have applied to the spring cohort, and what staff noted about two of them. */
export async function seedSpringAnswers(
  seed: Seed,
  applications: readonly { readonly id: string; readonly leads: boolean }[],
): Promise<void> {
  await seed.db.applicationAnswer.createMany({
    data: applications.flatMap(({ id: applicationId, leads }, index) => [
      { applicationId, questionId: questionId("qtask"), value: TASKS[index % TASKS.length] ?? "" },
      { applicationId, questionId: questionId("qstaff"), value: leads ? "Ja" : "Nej" },
      ...(leads ? [{ applicationId, questionId: questionId("qhowmany"), value: String(8 + 7 * index) }] : []),
      ...(index % 2 === 0 ? [{ applicationId, questionId: questionId("qshare"), value: "on" }] : []),
    ]),
  });
  const notes = [
    "Ringet: opgaven er besluttet i direktionen og begynder i januar.",
    "Spørg, om teleslyngen i lokale 2 er god nok.",
  ];
  await seed.db.applicationNote.createMany({
    data: applications.slice(-2).map(({ id: applicationId }, index) => ({
      id: idOf(`note ${applicationId}`),
      applicationId,
      authorId: personId("staff"),
      text: notes[index] ?? "",
      createdAt: past(seed, -1, "10:30"),
    })),
  });
}
