import type { Problem } from "../nodes.ts";

export type Flaw = Problem & {
	/** The reference finds it only when the tree is complete. */
	readonly late: boolean;
	/** Its line and column are those of the template's first character. */
	readonly atStart: boolean;
};

/** The reference reads the whole template before it looks into its strings, so their problems come second. */
export function problemsOf(flaws: readonly Flaw[]): readonly Problem[] {
	if (flaws.length === 0) return [];
	const ordered = [...flaws.filter((flaw) => !flaw.late), ...flaws.filter((flaw) => flaw.late)];
	return ordered.map(({ late: _late, atStart: _atStart, ...problem }) => problem);
}

/** After so many problems the rest of the text is taken as it is: it is no template. */
export const problemsMax = 100;
