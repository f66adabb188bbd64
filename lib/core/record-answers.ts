import { AsyncLocalStorage } from "node:async_hooks";
import { channel } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";
import { type Answer, tellAnswers } from "./current-answer";

/** From now on whatever is done for a request can ask for its answer (`currentAnswer`). */
export function recordAnswers(): void {
  const answers = new AsyncLocalStorage<Answer>();
  // Node publishes each request here before any listener sees it, and what the listeners do is done in the same context.
  channel("http.server.request.start").subscribe((message) => {
    const { response } = message as { response: ServerResponse };
    answers.enterWith({
      get status() {
        return response.statusCode;
      },
      notes: new Set(),
    });
  });
  tellAnswers(() => answers.getStore());
}
