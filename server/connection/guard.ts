import { type CancellationToken, LSPErrorCodes, ResponseError } from "vscode-languageserver/node";

/** Makes handlers that never end the server: what goes wrong in one is logged, and its answer is that there is none. */
export type Guard = <P, R>(name: string, none: R, handle: (params: P) => R) => Handler<P, R>;

type Handler<P, R> = (params: P, token?: CancellationToken) => R | ResponseError;

export function guardWith(log: (message: string) => void): Guard {
	return (name, none, handle) => (params, token) => {
		// What waited while others were served may be wanted no more.
		if (token?.isCancellationRequested === true)
			return new ResponseError(LSPErrorCodes.RequestCancelled, "The request was cancelled.");
		try {
			return handle(params);
		} catch (error) {
			log(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
			return none;
		}
	};
}
