/**
 * What prints of the characters that began as a reference or directive and turned out to be neither: the `$` and `#`
 * themselves, and backslashes that touch a `$`. The reference drops the rest, since it reads it again as text.
 */
export function specialText(image: string): string {
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
