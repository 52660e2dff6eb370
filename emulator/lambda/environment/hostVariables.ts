/**
 * What a function's process is given of the user's own environment: enough to find programs, a home and a place for
 * temporary files. Nothing else, so that a function does not work here by a variable that it will miss on AWS.
 */
export function hostVariables(): Record<string, string> {
	const variables: Record<string, string> = {};
	for (const name of names) {
		const value = process.env[name];
		if (value !== undefined) variables[name] = value;
	}
	return variables;
}

const names = [
	"PATH",
	"HOME",
	"TMPDIR",
	// Windows: without these, programs do not even start.
	"SystemRoot",
	"SystemDrive",
	"ComSpec",
	"PATHEXT",
	"TEMP",
	"TMP",
	"USERPROFILE",
	"APPDATA",
	"LOCALAPPDATA",
];
