/** The negative control: the same instance with the lock on the cohort taken out, and nothing else. */
import { registerHooks } from "node:module";

registerHooks({
  resolve: (specifier, context, next) =>
    next(
      specifier === "@/lib/db/lock-row" ? new URL("no-lock.ts", import.meta.url).href : specifier,
      context,
    ),
});
await import("./instance.ts");
