/** How much there was in the last minute, without a list of what there was: this minute so far and the whole of the one before. */
export type MinuteWindow = { minute: number; current: number; previous: number };

export function minuteWindow(): MinuteWindow {
	return { minute: 0, current: 0, previous: 0 };
}

/** Adds an amount. Answers what the minute before held when this one has just begun, else undefined. */
export function addToWindow(window: MinuteWindow, amount: number, now: number): number | undefined {
	const minute = Math.floor(now / minuteMs);
	if (minute === window.minute) {
		window.current += amount;
		return undefined;
	}
	const ended = window.current;
	window.previous = minute === window.minute + 1 ? ended : 0;
	window.minute = minute;
	window.current = amount;
	return ended;
}

/** The amount a second over the last sixty seconds; of the minute before, the part that reaches into them is taken as even. */
export function perSecond(window: MinuteWindow, now: number): number {
	const minute = Math.floor(now / minuteMs);
	const elapsed = (now - minute * minuteMs) / minuteMs;
	if (minute === window.minute) return (window.current + window.previous * (1 - elapsed)) / 60;
	return minute === window.minute + 1 ? (window.current * (1 - elapsed)) / 60 : 0;
}

const minuteMs = 60_000;
