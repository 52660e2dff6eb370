/** Something wrong in one of the user's files (or in no file), said once, with what to do. */
export type Problem = {
	readonly severity: "error" | "warning";
	/** A stable name in kebab-case, such as `template-syntax` or `missing-handler`. */
	readonly code: string;
	/** One clear sentence that names the thing and says what to do. */
	readonly message: string;
	readonly at?: SourceLocation;
};

/** A place in a file: absolute path; line and column from 1; the end is exclusive and may be left out. */
export type SourceLocation = {
	readonly file: string;
	readonly line: number;
	readonly column: number;
	readonly endLine?: number;
	readonly endColumn?: number;
};
