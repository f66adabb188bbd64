import { type APIRequestContext, expect } from "@playwright/test";

export type Mail = { to: string; subject: string; text: string; links: string[]; sentAt: string };

/** The mails that were sent to an address, newest first, as the demo's mailbox gives them. */
export async function mailsTo(request: APIRequestContext, to: string): Promise<Mail[]> {
  const answer = await request.get(`/demo/mail?to=${encodeURIComponent(to)}&format=json`);
  expect(answer.status()).toBe(200);
  return await answer.json();
}

/** The newest mail to `to` whose subject fits, once it has come; `besides` counts those of before. */
export async function mailTo(
  request: APIRequestContext,
  to: string,
  subject: RegExp,
  besides = 0,
): Promise<Mail> {
  let found: Mail[] = [];
  await expect
    .poll(
      async () => {
        found = (await mailsTo(request, to)).filter((mail) => subject.test(mail.subject));
        return found.length;
      },
      { message: `a mail to ${to} about ${subject}`, timeout: 20_000 },
    )
    .toBeGreaterThan(besides);
  const [newest] = found;
  if (!newest) throw new Error("unreachable");
  return newest;
}

/** The link of a mail that leads to a path beginning so. Throws when the mail has none. */
export function linkIn(mail: Mail, path: string): string {
  const link = mail.links.find((each) => new URL(each).pathname.startsWith(path));
  if (!link) throw new Error(`The mail “${mail.subject}” has no link to ${path}: ${mail.links.join(" ")}`);
  return link;
}
