import { execFile } from "node:child_process";

/** A program that runs our runtime files. */
export type Interpreter = {
	readonly command: string;
	/** As `22.15.1`. */
	readonly version: string;
	/** What the program itself needs in its environment. */
	readonly variables: Readonly<Record<string, string>>;
};

/** The Node.js that runs the emulator. VS Code runs it by its own program, which is Node.js when told so. */
export function nodeInterpreter(): Interpreter {
	const electron = process.versions["electron"] !== undefined;
	return {
		command: process.execPath,
		version: process.versions.node,
		variables: electron ? { ELECTRON_RUN_AS_NODE: "1" } : {},
	};
}

/** The user's Python 3, or nothing when there is none. What stands on the PATH may be a slow shim: ask it for the program. */
export async function pythonInterpreter(): Promise<Interpreter | undefined> {
	const names = process.platform === "win32" ? ["python", "py"] : ["python3", "python"];
	for (const name of names) {
		const found = await askPython(name);
		if (found !== undefined) return found;
	}
	return undefined;
}

function askPython(name: string): Promise<Interpreter | undefined> {
	const question = "import sys; print(sys.executable); print('.'.join(map(str, sys.version_info[:3])))";
	return new Promise((resolve) => {
		execFile(name, ["-c", question], { timeout: 5_000, windowsHide: true }, (error, stdout) => {
			const [command = "", version = ""] = stdout.split(/\r?\n/);
			const usable = error === null && command !== "" && version.startsWith("3.");
			resolve(usable ? { command, version, variables: {} } : undefined);
		});
	});
}
