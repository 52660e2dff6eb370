/**
 * Typed calls both ways over anything that carries messages. A call becomes a promise; a failure there becomes a failure
 * here; what was not offered is refused; and no caller waits for ever: a call ends with its answer, with the port's
 * deadline, or when the port closes. The other side may be untrusted, so nothing about its messages is assumed.
 */
export function connect<There extends Methods<There>>(port: Port, here: object): There {
	const waiting = new Map<number, Waiting>();
	let calls = 0;
	let closed = false;

	function call(method: string, args: readonly unknown[]): Promise<unknown> {
		if (closed) return Promise.reject(new Error(`${method}: the connection is closed`));
		if (waiting.size >= waitingMax) return Promise.reject(new Error(`${method}: too many calls are unanswered`));
		const id = ++calls;
		return new Promise((resolve, reject) => {
			const stopDeadline = port.deadline(() => settle(id)?.reject(new Error(`${method}: no answer in time`)));
			waiting.set(id, { resolve, reject, stopDeadline });
			deliver({ call: id, method, args }, (why) => settle(id)?.reject(new Error(`${method}: ${why}`)));
		});
	}

	function settle(id: number): Waiting | undefined {
		const caller = waiting.get(id);
		waiting.delete(id);
		caller?.stopDeadline();
		return caller;
	}

	async function answer(id: number, method: string, args: readonly unknown[]): Promise<void> {
		try {
			const offered: unknown = Object.hasOwn(here, method) ? Reflect.get(here, method) : undefined;
			if (typeof offered !== "function") throw new Error(`${method} is not offered`);
			const value: unknown = await Reflect.apply(offered, here, args);
			deliver({ answer: id, value }, (why) => deliver({ answer: id, failure: `${method}: ${why}` }, () => {}));
		} catch (error) {
			deliver({ answer: id, failure: error instanceof Error ? error.message : String(error) }, () => {});
		}
	}

	/** A message that could not be handed over is a failure, not a silence. */
	function deliver(message: object, failed: (why: string) => void): void {
		const refused = (error: unknown) => failed(error instanceof Error ? error.message : String(error));
		try {
			Promise.resolve(port.send(message)).then((received) => received || failed("nobody is there"), refused);
		} catch (error) {
			refused(error);
		}
	}

	port.receive((message) => {
		if (closed || typeof message !== "object" || message === null) return;
		if ("call" in message && "method" in message && "args" in message) {
			const { call: id, method, args } = message;
			if (typeof id === "number" && typeof method === "string" && Array.isArray(args)) void answer(id, method, args);
		} else if ("answer" in message && typeof message.answer === "number") {
			const caller = settle(message.answer);
			if ("failure" in message) caller?.reject(new Error(String(message.failure)));
			else caller?.resolve("value" in message ? message.value : undefined);
		}
	});
	port.closed(() => {
		closed = true;
		for (const id of waiting.keys()) settle(id)?.reject(new Error("the connection is closed"));
	});

	const methods = new Map<string, (...args: readonly unknown[]) => Promise<unknown>>();
	return new Proxy<There>(Object.create(null), {
		get(_, name) {
			// `then` is asked for when somebody awaits the other end itself; it is nobody's method.
			if (typeof name !== "string" || name === "then") return undefined;
			const known = methods.get(name) ?? ((...args: readonly unknown[]) => call(name, args));
			methods.set(name, known);
			return known;
		},
	});
}

/** What a contract may hold: methods whose answers are promised. */
export type Methods<Contract> = { readonly [Name in keyof Contract]: (...args: never[]) => Promise<unknown> };

/** Something that carries structured messages to one other side. */
export type Port = {
	/** Hands a message over; false when nobody is there to receive it. */
	send(message: unknown): boolean | PromiseLike<boolean>;
	receive(listener: (message: unknown) => void): void;
	closed(listener: () => void): void;
	/** Calls `expired` when a caller has waited long enough, unless the returned function is called before. */
	deadline(expired: () => void): () => void;
};

/** Far more than any panel asks at once: a loop on one side must not fill the memory of the other. */
const waitingMax = 1000;

type Waiting = { resolve(value: unknown): void; reject(error: Error): void; stopDeadline(): void };
