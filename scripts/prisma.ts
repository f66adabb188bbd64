/** `npm run prisma -- <command>`: Prisma's CLI with our schema engine, on the database in use. */
import { withDatabase } from "./database/own.ts";
import { leaveOnSignals } from "./process/shutdown.ts";
import { runPrisma } from "./run-prisma.ts";
import { main } from "./say.ts";

const WITHOUT_DATABASE = [
  "generate",
  "format",
  "validate",
  "version",
  "--version",
  "-v",
  "--help",
  "-h",
  "init",
];

await main(async () => {
  leaveOnSignals();
  const args = process.argv.slice(2);
  const work = (url?: string) => runPrisma(args, url);
  const [command = "--help"] = args;
  process.exitCode = await (WITHOUT_DATABASE.includes(command)
    ? work()
    : withDatabase(`prisma ${command}`, work));
});
