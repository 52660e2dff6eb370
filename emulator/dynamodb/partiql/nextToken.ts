import { createHash } from "node:crypto";
import { validationError } from "../errors.ts";
import type { ExecuteStatementInput } from "../model.generated.ts";
import { decodeItem } from "../values/decodeItem.ts";
import { encodeItem } from "../values/encodeItem.ts";
import type { Item } from "../values/value.ts";

/** Where a SELECT goes on: in which of its ranges, and behind which item. */
export type Continuation = { readonly range: number; readonly last: Item };

type Request = Pick<ExecuteStatementInput, "Statement" | "Parameters">;

/** A token says for which statement it is, and has a check sum: it is the client's, and may be anything. */
export function nextToken(request: Request, { range, last }: Continuation): string {
	const place = Buffer.alloc(2);
	place.writeUInt16BE(range);
	const content = Buffer.concat([
		digest(JSON.stringify([request.Statement, request.Parameters])),
		place,
		encodeItem(last),
	]);
	return Buffer.concat([digest(content), content]).toString("base64");
}

export function readNextToken(request: Request, token: string | undefined): Continuation | undefined {
	if (token === undefined) return undefined;
	const bytes = Buffer.from(token, "base64");
	const content = bytes.subarray(digestBytes);
	if (content.length <= digestBytes + 2 || !digest(content).equals(bytes.subarray(0, digestBytes))) {
		throw invalidToken();
	}
	if (!digest(JSON.stringify([request.Statement, request.Parameters])).equals(content.subarray(0, digestBytes))) {
		throw validationError("NextToken does not match request");
	}
	try {
		return { range: content.readUInt16BE(digestBytes), last: decodeItem(content.subarray(digestBytes + 2)) };
	} catch {
		// Right in its sums, but no item: somebody made it.
		throw invalidToken();
	}
}

const invalidToken = () => validationError("Invalid NextToken");

const digestBytes = 12;

function digest(content: string | Buffer): Buffer {
	return createHash("sha256").update(content).digest().subarray(0, digestBytes);
}
