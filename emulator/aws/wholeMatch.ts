/**
 * A pattern of AWS's models as JavaScript has it: Java's syntax, matched against the whole value, with Java's inline
 * flags in front (`(?s)`, `(?i)`). Undefined for one that JavaScript cannot read: such a pattern is better left unchecked
 * than used to refuse what AWS takes. (A test says that today there is none.)
 */
export function wholeMatch(pattern: string): RegExp | undefined {
	const [prefix = "", inline = ""] = /^\(\?([is]+)\)/.exec(pattern) ?? [];
	const body = `^(?:${pattern.slice(prefix.length)})$`;
	// Some patterns escape what a unicode regular expression must not; without the flag they mean the same.
	for (const flags of [`u${inline}`, inline]) {
		try {
			return new RegExp(body, flags);
		} catch {
			// The next flags, or none at all.
		}
	}
	return undefined;
}
