import { readDemoListing } from "./database/demo-listing.ts";
import { query } from "./database/own.ts";

const ROLES = ["participant", "facilitator", "assessor", "certifier", "staff", "coordinator", "admin"];

/** Prints who can sign in to the demo: those with a granted role first, and of those without one an example. */
export async function printDemoAccounts(url: string, site: string): Promise<void> {
  const { accounts } = await query(url, readDemoListing);
  const granted = accounts.filter(({ roles }) => roles.some((role) => role !== "participant"));
  const participants = accounts.filter(({ roles }) => roles.join() === "participant").slice(0, 3);
  const shown = [...participants, ...granted].sort((a, b) => rank(a.roles) - rank(b.roles));
  if (shown.length === 0) return;
  const width = (texts: string[]) => Math.max(...texts.map((text) => text.length));
  const emails = width(shown.map(({ email }) => email));
  const names = width(shown.map(({ name }) => name));
  console.log("\nDemo accounts (invented people):");
  for (const { email, name, roles } of shown)
    console.log(`  ${email.padEnd(emails)}  ${name.padEnd(names)}  ${roles.join(", ")}`);
  console.log(`\nSign in at ${site}/sign-in with one of these addresses; its mail is at ${site}/demo/mail.`);
  console.log("All accounts: npm run demo:list. Ctrl-C stops everything.\n");
}

const rank = (roles: string[]): number => Math.min(...roles.map((role) => ROLES.indexOf(role)));
