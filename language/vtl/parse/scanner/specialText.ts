/**
 * What prints of the characters that began as a reference or directive and turned out to be neither: the `$` and `#`
 * themselves, and backslashes that touch a `$`. The reference drops the rest, since it reads it again as text.
 */
export function specialText(text: string, start: number, end: number): string {
	const first = text.charCodeAt(start);
	// What ends a reference is mostly one character, and none of these.
	if (end === start + 1 && first !== 35 && first !== 36) return "";
	const image = text.slice(start, end);
	let printed = "";
	for (let i = 0; i < image.length; i++) {
		const c = image[i];
		if (c === "#" || c === "$") printed += c;
		if (c !== "\\") continue;
		let j = i;
		while (image[j] === "\\") j++;
		if (image[j] === "$") {
			printed += image.slice(i, j + 1);
			i = j + 1;
		}
	}
	return printed;
}
