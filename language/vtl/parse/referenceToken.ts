/** The first token of a reference taken apart: backslashes, stray marks, `$`, `!`, name. */
export type ReferenceToken = {
	form: "plain" | "quiet" | "runt";
	escaped: boolean;
	escapes: string;
	prefix: string;
	/** The token from its last `$` on. */
	image: string;
	root: string;
	literal: string;
	computable: boolean;
};

export function readReferenceToken(token: string): ReferenceToken {
	return token.includes("\\!") ? unsettled(token) : settled(token);
}

function settled(token: string): ReferenceToken {
	const quiet = token.charCodeAt(1) === 33;
	// Nearly all are like this.
	if (token.charCodeAt(0) === 36 && token.lastIndexOf("$") === 0) {
		return {
			form: quiet ? "quiet" : "plain",
			escaped: false,
			escapes: "",
			prefix: "",
			image: token,
			root: token.slice(quiet ? 2 : 1),
			literal: "",
			computable: true,
		};
	}
	let slashes = 0;
	while (token[slashes] === "\\") slashes++;
	const unescaped = token.slice(slashes);
	const dollar = Math.max(unescaped.lastIndexOf("$"), 0);
	const image = unescaped.slice(dollar);
	const form = image.startsWith("$!") ? "quiet" : image.startsWith("$") ? "plain" : "runt";
	return {
		form,
		escaped: slashes % 2 === 1,
		escapes: "\\".repeat(slashes >> 1),
		prefix: unescaped.slice(0, dollar),
		image,
		root: form === "quiet" ? image.slice(2) : form === "plain" ? image.slice(1) : image,
		literal: "",
		computable: true,
	};
}

/** `$\!x`: one backslash goes, and the rest is both the name and what prints. */
function unsettled(token: string): ReferenceToken {
	const slash = token.indexOf("\\", token.indexOf("$"));
	let end = slash;
	while (token[end] === "\\") end++;
	const printed = token.slice(0, end - 1) + token.slice(end);
	return {
		form: "plain",
		escaped: false,
		escapes: "",
		prefix: "",
		image: token,
		root: printed,
		literal: printed,
		computable: false,
	};
}
