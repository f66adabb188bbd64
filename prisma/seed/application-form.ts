import { idOf, past, type Seed } from "./base.ts";
import { personId } from "./people.ts";

const FORM = "form odense-foraar";

/** The id of the version of the spring cohort's questions that its applicants answer. */
export const springFormId = (): string => idOf(FORM);
const questionId = (key: string): string => idOf(`${FORM} ${key}`);

/** What the spring cohort asks beyond what every application holds: one question of each kind, one of them with a condition. */
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
  const common = { formId: springFormId(), hint: "" };
  await db.applicationQuestion.createMany({
    data: [
      {
        ...common,
        key: "qtask",
        kind: "text" as const,
        label: "Hvilken opgave vil du bruge forløbet på?",
        hint: "Et par linjer: hvad er problemet, og hvem mærker det?",
        required: true,
      },
      {
        ...common,
        key: "qstaff",
        kind: "choice" as const,
        label: "Leder du medarbejdere?",
        options: ["Ja", "Nej"],
        required: true,
      },
      {
        ...common,
        key: "qhowmany",
        kind: "number" as const,
        label: "Hvor mange?",
        minimum: 1,
        maximum: 5000,
        required: true,
        shownWhenKey: "qstaff",
        shownWhenValue: "Ja",
      },
      {
        ...common,
        key: "qstatement",
        kind: "file" as const,
        label: "Udtalelse fra din leder",
        hint: "Hvis du har en.",
      },
      {
        ...common,
        key: "qshare",
        kind: "consent" as const,
        label: "Mit navn og min arbejdsplads må stå på deltagerlisten, som de andre på holdet får.",
      },
    ].map((question, index) => ({ ...question, id: questionId(question.key), position: index + 1 })),
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
