import "server-only";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { sha256 } from "@/lib/core/hash";
import { database } from "@/lib/db/client";
import { type Acting, type Actor, actingWith, anonymous } from "./acting";
import { findActor } from "./find-actor";
import type { Permission } from "./permissions";
import { sessionCookieName } from "./sign-in/session-cookie";

/**
 * Who is asking, read from the database once a request: roles and an account's closing hold from the very next request.
 * `anonymous` where nobody is signed in.
 */
export const currentActor = cache(async (): Promise<Actor> => {
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (!token) return anonymous;
  return (await findActor(database(), sha256(token), new Date())) ?? anonymous;
});

/** The hash of this request's session token, by which its row is known; null where it carries none. */
export async function currentSessionHash(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookieName())?.value;
  return token ? sha256(token) : null;
}

/**
 * The actor, acting with `permission`. Whoever is not signed in is sent to /sign-in and comes back afterwards; to whoever
 * lacks the permission there is no such page.
 */
export async function requireActor(permission: Permission): Promise<Acting> {
  const actor = await currentActor();
  const acting = actingWith(actor, permission);
  if (acting) return acting;
  if (actor.personId !== null) notFound();
  const path = (await headers()).get("x-praksis-path") ?? "/my";
  redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
}
