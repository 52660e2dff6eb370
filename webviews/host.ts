import { connect, type Methods } from "../protocol/wire.ts";

/** The panel's end of the courier: offers `here` to the extension and gives what the extension offers. */
export function host<Here extends Methods<Here>, There extends Methods<There>>(here: Here): There {
	return connect<There>(
		{
			send(message) {
				editor.postMessage(message);
				return true;
			},
			receive(listener) {
				// Only the editor around this frame has its window; a page that is somehow embedded here is not listened to.
				window.addEventListener("message", ({ data, source }) => source === window || listener(data));
			},
			closed: (listener) => window.addEventListener("pagehide", listener, { once: true }),
			deadline(expired) {
				const timer = setTimeout(expired, answerTimeoutMs);
				return () => clearTimeout(timer);
			},
		},
		here,
	);
}

/** What the panel had kept, after it was hidden or the window was reloaded; it may be of an older version of the panel. */
export function keptState(): unknown {
	return editor.getState();
}

export function keepState(state: object): void {
	editor.setState(state);
}

declare function acquireVsCodeApi(): {
	postMessage(message: unknown): void;
	getState(): unknown;
	setState(state: unknown): void;
};
/** VS Code gives it out once. */
const editor = acquireVsCodeApi();

/** Longer than the longest request that the settings allow: the extension ends a request long before. */
const answerTimeoutMs = 1_000_000;
