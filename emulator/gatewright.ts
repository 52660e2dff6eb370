#!/usr/bin/env node
import { help } from "./commands/help.ts";
import { inline } from "./commands/inline.ts";
import { start } from "./commands/start.ts";
import { version } from "./commands/version.ts";

/** The `gatewright` command, for terminals, CI and the extension, which runs the same file. */
const commands: Readonly<Record<string, (args: readonly string[]) => Promise<number | undefined>>> = {
	start,
	inline,
	help,
	version,
	"--version": version,
	"--help": help,
	"-h": help,
};

async function run([name = "help", ...args]: readonly string[]): Promise<number | undefined> {
	const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (command !== undefined) return command(args);
	console.error(`gatewright has no command "${name}". \`gatewright help\` lists them.`);
	return 2;
}

async function main(): Promise<void> {
	// A command that goes on (a started emulator) resolves with undefined and ends the process itself.
	process.exitCode = await run(process.argv.slice(2));
}

void main();
