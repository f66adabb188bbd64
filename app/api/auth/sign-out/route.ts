import { cookies, headers } from "next/headers";
import { isSameOrigin } from "@/lib/auth/origin";
import { endSessionOfToken } from "@/lib/auth/sign-in/commands/end-session";
import { seeOther } from "@/lib/auth/sign-in/see-other";
import { sessionCookieName } from "@/lib/auth/sign-in/session-cookie";
import { asSystem } from "@/lib/auth/system";
import { database } from "@/lib/db/client";

/** "Sign out": the session's row goes, and with it whatever still holds its token. */
export async function POST(): Promise<Response> {
  if (!isSameOrigin(await headers())) return new Response(null, { status: 403 });
  const jar = await cookies();
  const token = jar.get(sessionCookieName())?.value;
  if (token) await asSystem(database(), new Date(), (work) => endSessionOfToken(work, token));
  jar.delete(sessionCookieName());
  return seeOther("/");
}
