import type { Problem } from "../protocol/problem.ts";

/** The emulator cannot start, for a reason that the user can mend: a port in use, a data folder that is held. */
export class StartError extends Error {
	readonly problem: Problem;

	constructor(code: string, message: string) {
		super(message);
		this.name = "StartError";
		this.problem = { severity: "error", code, message };
	}
}
