import "server-only";
import { headers } from "next/headers";
import { isSameOrigin } from "@/lib/auth/origin";
import { asSystem } from "@/lib/auth/system";
import type { Work } from "@/lib/auth/work";
import { database } from "@/lib/db/client";

/** Whether the request being answered was sent by a page of ours; what the routes of app/api/auth ask before anything else. */
export async function isFromOurPage(): Promise<boolean> {
  return isSameOrigin(await headers());
}

/** Runs a command of sign-in for somebody who is not signed in yet, or not any more, in one transaction. */
export function atTheDoor<T>(run: (work: Work) => Promise<T>): Promise<T> {
  return asSystem(database(), new Date(), run);
}
