import "server-only";
import { noFile, privateHeaders } from "@/lib/core/file-response";
import type { Actor } from "./acting";
import { currentActor } from "./actor";

/** What a route is asked: by whom, for what, when. */
export type Asked<Params> = {
  readonly actor: Actor;
  readonly params: Params;
  readonly url: URL;
  readonly request: Request;
  readonly now: Date;
};

type Route<Params> = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

/**
 * A GET for people who are signed in: whoever is not is sent to sign in and comes back; where `answer` has nothing for the actor, there is
 * no such file.
 */
export function signedInRoute<Params>(
  answer: (asked: Asked<Params>) => Promise<Response | null>,
): Route<Params> {
  return async (request, context) => {
    const [actor, params] = await Promise.all([currentActor(), context.params]);
    const url = new URL(request.url);
    if (actor.personId === null) {
      const Location = `/sign-in?callbackUrl=${encodeURIComponent(url.pathname + url.search)}`;
      return new Response(null, { status: 303, headers: { ...privateHeaders, Location } });
    }
    return (await answer({ actor, params, url, request, now: new Date() })) ?? noFile();
  };
}
