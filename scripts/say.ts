/** A failure that is the user's to solve: `message` is a whole sentence that says what to do. It is shown without a stack. */
export class Refusal extends Error {}

/** Runs a script's main function. A `Refusal` ends it with its sentence, anything else with its stack; both with exit code 1. */
export async function main(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (thrown) {
    console.error(thrown instanceof Refusal ? `\n${thrown.message}` : thrown);
    process.exitCode = 1;
  }
}

/** The message of whatever was thrown. */
export function reasonOf(thrown: unknown): string {
  if (thrown instanceof AggregateError && thrown.errors.length > 0) return reasonOf(thrown.errors[0]);
  return thrown instanceof Error ? thrown.message : String(thrown);
}
