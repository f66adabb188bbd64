import { z } from "zod";

/** The version of a row that a form was opened at: a hidden field, compared when it is written (optimistic lock). */
export const rowVersion = z.coerce.number().int().min(1).max(1_000_000_000);
