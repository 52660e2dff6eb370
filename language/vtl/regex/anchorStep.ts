import { isVertical, isWord } from "./characterClasses.ts";
import type { Matching, Step } from "./matching.ts";
import type { Anchor, Flags } from "./pattern.ts";

export function anchorStep(matching: Matching, anchor: Anchor, flags: Flags, next: Step): Step {
	return (at) => stands(matching, anchor, flags, at) && next(at);
}

/** `\R`: the two characters of a Windows newline as one, or else each by itself. */
export function lineBreakStep({ text }: Matching, next: Step): Step {
	return (at) => {
		if (text.startsWith("\r\n", at) && next(at + 2)) return true;
		return isVertical(text.charCodeAt(at)) && next(at + 1);
	};
}

function stands({ text, last }: Matching, anchor: Anchor, flags: Flags, at: number): boolean {
	switch (anchor) {
		case "start":
			return at === 0;
		case "end":
			return at === text.length;
		case "last":
			return at === last;
		case "endBeforeBreak":
			return at === text.length || (endsLine(text, at, flags) && breakLength(text, at) === text.length - at);
		case "lineStart":
			return at === 0 || (at < text.length && startsLine(text, at, flags));
		case "lineEnd":
			return at === text.length || endsLine(text, at, flags);
		case "boundary":
			return isWordAt(text, at - 1) !== isWordAt(text, at);
		case "noBoundary":
			return isWordAt(text, at - 1) === isWordAt(text, at);
	}
}

function isWordAt(text: string, at: number): boolean {
	return at >= 0 && at < text.length && isWord(text.charCodeAt(at));
}

function breakLength(text: string, at: number): number {
	return text.startsWith("\r\n", at) ? 2 : 1;
}

function isBreak(text: string, at: number, { unixLines }: Flags): boolean {
	const c = text.charCodeAt(at);
	return c === 10 || (!unixLines && (c === 13 || c === 0x85 || c === 0x2028 || c === 0x2029));
}

function endsLine(text: string, at: number, flags: Flags): boolean {
	return isBreak(text, at, flags) && !(text[at] === "\n" && text[at - 1] === "\r" && !flags.unixLines);
}

function startsLine(text: string, at: number, flags: Flags): boolean {
	return isBreak(text, at - 1, flags) && !(text[at - 1] === "\r" && text[at] === "\n");
}
