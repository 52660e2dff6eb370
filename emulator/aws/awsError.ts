/**
 * An answer that AWS itself would give to a bad request. Thrown by operations, rendered once, by the service's protocol.
 * `code` is AWS's error name, `status` the HTTP status; `members` are the error shape's further members
 * (`CancellationReasons`, `Reason`, …), written into the body beside the message.
 */
export class AwsError extends Error {
	readonly code: string;
	readonly status: number;
	readonly members: Readonly<Record<string, unknown>>;

	constructor(code: string, message: string, status = 400, members: Readonly<Record<string, unknown>> = {}) {
		super(message);
		this.name = code;
		this.code = code;
		this.status = status;
		this.members = members;
	}
}
