/**
 * One instance of the application as a process of its own, for tests of what two of them do at once: `instances.ts` starts it, tells
 * it what to admit, and is told how each admission ended.
 */
import { admitApplicationAction } from "@/lib/applications/actions";
import type { Actor } from "@/lib/auth/acting";
import { connect } from "@/lib/db/client";
import { call, word } from "../../policy/call";

/** What an instance is asked to do: admit these, all at once, as `actor`. */
export type Rush = {
  readonly url: string;
  readonly poolSize: number;
  readonly actor: Actor;
  readonly applications: readonly { readonly id: string; readonly version: number }[];
};

/** `done`, the code of a refusal, or what a request would have answered 500 with. */
async function outcomeOf(admission: ReturnType<typeof call>): Promise<string> {
  try {
    return word(await admission);
  } catch (thrown) {
    return `failed: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
  }
}

process.once("message", async ({ url, poolSize, actor, applications }: Rush) => {
  const client = connect(url, poolSize);
  await client.$connect();
  // Both begin when both are connected: the second message.
  process.once("message", async () => {
    const outcomes = await Promise.all(
      applications.map(({ id, version }) =>
        outcomeOf(
          call(client, admitApplicationAction, actor, { applicationId: id, version: String(version) }),
        ),
      ),
    );
    await client.$disconnect();
    process.send?.(outcomes, () => process.disconnect());
  });
  process.send?.("ready");
});
