import { StringDecoder } from "node:string_decoder";

/** Cuts what a process prints into lines; a line longer than CloudWatch's limit for one event is cut there. */
export function lineSplitter(line: (text: string) => void): (chunk: Buffer) => void {
	const decoder = new StringDecoder("utf8");
	let rest = "";
	return (chunk) => {
		const lines = (rest + decoder.write(chunk)).split("\n");
		rest = lines.pop() ?? "";
		for (const text of lines) line(text);
		if (rest.length > lineCharsMax) {
			line(rest);
			rest = "";
		}
	};
}

const lineCharsMax = 256 * 1024;
