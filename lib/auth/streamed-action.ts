import "server-only";
import type { z } from "zod";
import type { ActionState } from "@/lib/core/action-state";
import { inMegabytes } from "@/lib/core/file-limits";
import { privateHeaders } from "@/lib/core/file-response";
import { formValues } from "@/lib/core/form-values";
import { FORM_HEADER } from "@/lib/core/streamed-form";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { sentence } from "@/lib/i18n/sentence";
import { receiveFile } from "@/lib/storage/file-store";
import type { DefinedAction } from "./action";
import { faultState, type NotDone, refusedState } from "./action-answer";
import { currentActor } from "./actor";
import { type ActionOutcome, executeAction, rehearseAction } from "./execute-action";
import { isSameOrigin } from "./origin";

type Values = Record<string, unknown>;
type Taken = {
  /** The form's field that the file belongs to. */
  readonly field: string;
  /** The most bytes that are taken in. */
  readonly most: number;
};

const answer = (status: number, state: ActionState) =>
  Response.json(state, { status, headers: privateHeaders });

/** The form's fields as an action's form would have sent them; the file's field holds its name. */
function fieldsOf(request: Request): Values {
  const form = new FormData();
  for (const [name, value] of new URLSearchParams(request.headers.get(FORM_HEADER) ?? ""))
    form.append(name, value);
  return formValues(form);
}

const refused = (code: string, field?: string, params?: Record<string, number>): NotDone => ({
  kind: "refused",
  refusal: { code, ...(field && { field }), ...(params && { params }) },
});

/** Calls the action with what was typed and `file`; who asks is read anew: it may have changed while the file came. */
async function callOf(values: Values, field: string, file: File) {
  return {
    actor: await currentActor(),
    values: { ...values, [field]: file },
    now: new Date(),
    transact: <T>(work: Parameters<typeof inTransaction<T>>[1]) => inTransaction(database(), work),
  };
}

/**
 * An action whose file is the request's body: taken in piece by piece, so that it may be larger than a form's, which Next holds in memory
 * whole. The other fields come in a header, as a form encodes them. The steps are the action's own, taken twice: before the body is
 * read, by somebody who may not nothing is taken in; then with the file, by `executeAction` itself. A broken upload leaves nothing.
 */
export function streamedAction<Input extends z.ZodObject, Facts>(
  { definition }: DefinedAction<Input, Facts>,
  { field, most }: Taken,
): (request: Request) => Promise<Response> {
  async function take(request: Request, values: Values, name: string): Promise<ActionOutcome> {
    if (!isSameOrigin(request.headers)) return refused("origin");
    const early = await rehearseAction(definition, await callOf(values, field, new File([" "], name)));
    if (early) return early;
    const tooBig = refused("file.tooBig", field, { maximum: inMegabytes(most) });
    if (Number(request.headers.get("content-length")) > most) return tooBig;
    const received = await receiveFile(request.body ?? new Blob().stream(), { name, most });
    if (!received) return tooBig;
    try {
      return await executeAction(definition, await callOf(values, field, received.file));
    } finally {
      await received.letGo();
    }
  }
  return async (request) => {
    const values = fieldsOf(request);
    const name = typeof values[field] === "string" ? values[field] : "";
    try {
      const outcome = await take(request, values, name);
      if (outcome.kind !== "done") return answer(422, await refusedState(outcome, values));
      const { message, data } = outcome.reply;
      const text = message && (await sentence(message));
      return answer(200, {
        status: "ok",
        ...(text && { message: text }),
        ...(data !== undefined && { data }),
      });
    } catch (error) {
      // Nobody reads the answer to an upload that broke off, and it is no fault of ours.
      if (request.signal.aborted) return new Response(null, { status: 400 });
      return answer(500, await faultState(definition.name, error, values));
    }
  };
}
