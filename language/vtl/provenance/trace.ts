import { escapeJavaScript } from "../bindings/escapeJavaScript.ts";
import type { Loop } from "../evaluate/loop.ts";
import type { Span } from "../nodes.ts";
import type { InputState, Value } from "../values/values.ts";
import { inputOrigin } from "./inputOrigin.ts";
import { type Origin, onlyInput, type Piece, piecesOf } from "./origin.ts";
import { createPlaces, type Places } from "./places.ts";

/**
 * Follows values from the inputs to the output while a template is evaluated. Strings and numbers cannot carry where they
 * come from, so the evaluation tells of each step, and `origin` is that of the value it had last.
 */
export type Trace = {
	origin: Origin;
	/** What has printed so far, in order. */
	pieces: Piece[];
	printed(length: number, node: Span, origin: Origin): void;
	variable(name: string, value: Value): void;
	assigned(name: string, value: Value): void;
	/** `$holder.key`, `$holder[key]` */
	member(holder: Value, key: Value, value: Value): void;
	/** `$holder.name(…)`; the origin of the holder and those of the arguments were taken before. */
	called(call: TracedCall, value: Value): void;
	wrote(holder: Value, key: Value, origin: Origin): void;
	/** A list of the template, with the origins of its items. */
	listed(list: Value, origins: readonly Origin[]): void;
	beginLoop(loop: Loop): void;
	round(loop: Loop): void;
	leaveLoop(loop: Loop): void;
};

export type TracedCall = {
	readonly holder: Value;
	readonly from: Origin;
	readonly name: string;
	readonly parameters: readonly Value[];
	readonly origins: readonly Origin[];
};

type Known = { readonly value: Value; readonly origin: Origin };

export function createTrace(variables: { get(name: string): Value }): Trace {
	const places = createPlaces();
	const known = new Map<string, Known>();
	const loops = new WeakMap<Loop, { readonly keys: readonly Value[]; readonly saved: Known | undefined }>();
	places.locate(variables.get("context"), "/context");
	places.locate(variables.get("stageVariables"), "/stageVariables");

	const trace: Trace = {
		origin: undefined,
		pieces: [],
		printed: (length, node, origin) => {
			for (const piece of piecesOf(origin, length)) {
				if (piece.length > 0) trace.pieces.push({ ...piece, template: piece.template ?? node });
			}
		},
		variable: (name, value) => {
			const entry = known.get(name);
			// A variable that somebody else has set is not what is known here.
			trace.origin = places.of(value) ?? (entry?.value === value ? entry.origin : undefined);
		},
		assigned: (name, value) => void known.set(name, { value, origin: trace.origin }),
		member: (holder, key, value) => {
			const input = inputStateOf(holder);
			if (input !== undefined) trace.origin = inputOrigin(places, input, key, []);
			else if (typeof holder === "object") trace.origin = places.member(holder, key, value);
			else trace.origin = onlyInput(trace.origin);
		},
		called: (call, value) => {
			trace.origin = callOrigin(places, call, value);
		},
		wrote: (holder, key, origin) => places.write(holder, key, origin),
		listed: (list, origins) => {
			for (const [i, origin] of origins.entries()) places.write(list, i, origin);
			trace.origin = undefined;
		},
		beginLoop: (loop) => {
			loops.set(loop, { keys: places.keysOf(loop.listed), saved: known.get(loop.variable) });
		},
		round: (loop) => {
			const key = loops.get(loop)?.keys[loop.count - 1] ?? null;
			const value = variables.get(loop.variable);
			known.set(loop.variable, { value, origin: places.member(loop.listed, key, value) });
		},
		leaveLoop: (loop) => {
			const saved = loops.get(loop)?.saved;
			if (saved === undefined) known.delete(loop.variable);
			else known.set(loop.variable, saved);
		},
	};
	return trace;
}

function callOrigin(places: Places, call: TracedCall, value: Value): Origin {
	const { holder, from, name, parameters, origins } = call;
	const input = inputStateOf(holder);
	if (input !== undefined) return inputOrigin(places, input, name, parameters, value);
	if (typeof holder === "object" && holder?.type === "Bound") return utilOrigin(places, call, value);
	const [first, second] = parameters;
	switch (name) {
		case "get":
		case "getOrDefault":
			return value !== null && value === second ? origins[1] : places.member(holder, first ?? null, value);
		case "getKey":
		case "getValue":
			return places.of(value) ?? places.of(holder);
		case "put":
		case "set":
			if (second !== undefined) places.write(holder, first ?? null, origins[1]);
			return undefined;
		case "add":
			places.added(holder, parameters, origins[0]);
			return undefined;
	}
	places.changed(holder, name);
	if (typeof value === "string" && value === holder) return from;
	const origin = places.of(value) ?? onlyInput(from) ?? places.of(holder) ?? onlyOf(origins);
	places.derive(value, holder, origin);
	return origin;
}

function utilOrigin(places: Places, { name, parameters, origins }: TracedCall, value: Value): Origin {
	const [argument] = parameters;
	const [origin] = origins;
	if (value === argument) return origin;
	if (name === "parseJson") places.locate(value, onlyInput(origin), "whole");
	if (name === "escapeJavaScript" && typeof argument === "string") return escapedPieces(argument, origin);
	return onlyInput(origin);
}

/** Each piece of the text, as long as it is when it is escaped. */
function escapedPieces(text: string, origin: Origin): Origin {
	let at = 0;
	return piecesOf(origin, text.length).map((piece) => {
		const { length } = escapeJavaScript(text.slice(at, at + piece.length));
		at += piece.length;
		return { length, input: piece.input };
	});
}

function onlyOf(origins: readonly Origin[]): string | undefined {
	return origins.map(onlyInput).find((it) => it !== undefined);
}

function inputStateOf(holder: Value): InputState | undefined {
	return typeof holder === "object" && holder?.type === "Bound" && holder.name === "$input" ? holder.input : undefined;
}
