import { idOf, type Seed } from "./base.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const reminder = {
  da: {
    subject: "Husk {{session}} {{time}}",
    body: "Kære {{name}}\n\nVi ses til {{session}} {{time}}. Stedet er {{place}}.\n\nTag gerne noget med, som du har prøvet siden sidst.",
  },
  sv: {
    subject: "Kom ihåg {{session}} {{time}}",
    body: "Hej {{name}}\n\nVi ses på {{session}} {{time}}. Platsen är {{place}}.\n\nTa gärna med något du har prövat sedan sist.",
  },
};
const welcome = {
  da: {
    subject: "Velkommen på {{cohort}}",
    body: "Kære {{name}}\n\nVelkommen på {{programme}}. Alt om forløbet finder du her: {{link}}",
  },
};

const textsOf = (texts: Partial<Record<"da" | "sv", { subject: string; body: string }>>) =>
  (Object.entries(texts) as ["da" | "sv", { subject: string; body: string }][]).map(([locale, text]) => ({
    locale,
    ...text,
  }));

/** To whom a message went that is sent: everybody on the cohort and who teaches it, each mail delivered. */
async function seedRecipients(
  db: Seed["db"],
  message: { readonly id: string; readonly sentAt: Date },
  cohort: { readonly id: string; readonly name: string },
): Promise<void> {
  const cohortId = cohort.id;
  const people = await db.person.findMany({
    where: {
      OR: [
        { enrolments: { some: { cohortId, state: "active" } } },
        { cohortsFacilitated: { some: { cohortId } } },
      ],
    },
    select: { id: true, name: true, email: true, locale: true },
    orderBy: { id: "asc" },
  });
  const mails = people.flatMap(({ id, name, email, locale }) =>
    email ? [{ mailId: idOf(`mail ${message.id} ${id}`), personId: id, name, email, locale }] : [],
  );
  const { sentAt } = message;
  await db.outboxMail.createMany({
    data: mails.map(({ mailId, name, email, locale }) => ({
      id: mailId,
      template: "cohort-message",
      locale,
      toEmail: email,
      toName: name,
      params: {
        cohort: cohort.name,
        subject: `Velkommen på ${cohort.name}`,
        body: `Kære ${name}\n\nVelkommen. Alt om forløbet finder du i Praksis.`,
        path: "/my",
      },
      state: "sent" as const,
      attempts: 1,
      messageId: `<${mailId}@praksis.example>`,
      createdAt: sentAt,
      sentAt,
      nextAttemptAt: sentAt,
    })),
  });
  await db.messageRecipient.createMany({
    data: mails.map(({ mailId, personId }) => ({ messageId: message.id, personId, mailId })),
  });
}

/** What a running cohort's staff have written: two templates, a reminder two days before each session, and a message to come. */
export async function seedMessages({ db, now }: Seed): Promise<void> {
  const cohort = await db.cohort.findUniqueOrThrow({
    where: { slug: "odense-igangvaerende" },
    select: { id: true, name: true },
  });
  const createdAt = new Date(now.getTime() - 60 * DAY_MS);
  const templates = [
    { id: idOf("template welcome"), name: "Velkomst", texts: textsOf(welcome) },
    { id: idOf("template reminder"), name: "Påmindelse om mødegang", texts: textsOf(reminder) },
  ];
  for (const { id, name, texts } of templates)
    await db.messageTemplate.create({
      data: { id, cohortId: cohort.id, name, createdAt, texts: { create: texts } },
    });
  await db.messageReminder.create({
    data: {
      id: idOf("reminder session"),
      templateId: idOf("template reminder"),
      kind: "session",
      hoursBefore: 48,
      createdAt,
    },
  });
  const message = (name: string, sendAt: Date) =>
    db.message.create({
      data: {
        id: idOf(`message ${name}`),
        cohortId: cohort.id,
        templateName: "Velkomst",
        audience: "everybody",
        sendAt,
        createdAt: new Date(Math.min(sendAt.getTime(), now.getTime()) - DAY_MS),
        wordings: { create: textsOf(welcome) },
      },
      select: { id: true },
    });
  await message("to come", new Date(now.getTime() + 5 * DAY_MS));
  const sentAt = new Date(now.getTime() - 50 * DAY_MS);
  const { id: sent } = await message("sent", sentAt);
  await db.message.update({ where: { id: sent }, data: { state: "sent", sentAt } });
  await seedRecipients(db, { id: sent, sentAt }, cohort);
  const { id: cancelled } = await message("cancelled", new Date(now.getTime() - 20 * DAY_MS));
  await db.message.update({ where: { id: cancelled }, data: { state: "cancelled" } });
}
