import { endMark, type JsonReading } from "./jsonReading.ts";

/** What ends a bare word or number, by where it stands. */
const ends = { top: "", item: ",]", key: ":", value: ",}" } as const;
export type Place = keyof typeof ends;

/** The text from `start` to where a bare word ends, without the blanks around it. */
export function readBare(reading: JsonReading, start: number, place: Place): string {
	const { text } = reading;
	while (!isEnd(text[reading.at], place)) reading.at++;
	return text.slice(start, reading.at).replace(/^[\0- ]+|[\0- ]+$/g, "");
}

/** Whether the character ends a bare word; the end of the text does. */
export function isEnd(c: string | undefined, place: Place): boolean {
	return c === undefined || c === endMark || ends[place].includes(c);
}
