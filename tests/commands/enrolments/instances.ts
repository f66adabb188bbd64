import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Rush } from "./instance";

const INSTANCES = 2;
/** Connections of each instance. */
const POOL = 10;
const fileOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const hooks = new URL("../../setup/source-hooks.ts", import.meta.url).href;

/** The next message of an instance; an error where it ends without one. */
async function answerOf(instance: ChildProcess): Promise<unknown> {
  const ended = new AbortController();
  const end = once(instance, "exit", { signal: ended.signal }).then(([code]) => {
    throw new Error(`an instance ended with ${code} before it answered`);
  });
  const answer = once(instance, "message").then(([message]) => message);
  try {
    return await Promise.race([answer, end]);
  } finally {
    ended.abort();
    end.catch(() => {});
  }
}

/**
 * Admits all `applications` at once on two instances, which are processes of their own and share nothing but the database; half of
 * them each. Returns how each ended. `locked: false` takes the lock on the cohort out of the code they run.
 */
export async function rushInstances(
  { url, actor, applications }: Pick<Rush, "url" | "actor" | "applications">,
  { locked = true } = {},
): Promise<string[]> {
  const file = fileOf(locked ? "instance.ts" : "instance-without-lock.ts");
  const instances = Array.from({ length: INSTANCES }, () =>
    fork(file, { execArgv: ["--import", hooks], serialization: "advanced" }),
  );
  try {
    await Promise.all(
      instances.map((instance, number) => {
        const own = applications.filter((_, index) => index % INSTANCES === number);
        const rush: Rush = { url, actor, poolSize: POOL, applications: own };
        instance.send(rush);
        return answerOf(instance);
      }),
    );
    const answers = instances.map(answerOf);
    for (const instance of instances) instance.send("go");
    return (await Promise.all(answers)).flat() as string[];
  } finally {
    for (const instance of instances) instance.kill();
  }
}
