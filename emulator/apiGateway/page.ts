import { badRequest } from "./errors.ts";

type PageRequest = { readonly position?: string | undefined; readonly limit?: number | undefined };

/** A page of a list: 25 items unless asked, 500 at most; `position` is where the next page starts, opaque to clients. */
export function page<T>(all: readonly T[], { position, limit = 25 }: PageRequest): { items: T[]; position?: string } {
	const start = position === undefined ? 0 : Number(Buffer.from(position, "base64").toString("latin1"));
	if (!Number.isInteger(start) || start < 0) throw badRequest("Invalid position parameter specified");
	// Recorded: test_negative_get_usage_plan_api_keys gets an empty page for a limit that is out of range.
	const size = limit < 0 ? 0 : Math.min(limit === 0 ? 25 : limit, 500);
	const items = all.slice(start, start + size);
	const next = start + items.length;
	if (next >= all.length || items.length === 0) return { items };
	return { items, position: Buffer.from(String(next), "latin1").toString("base64") };
}
