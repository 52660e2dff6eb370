#!/usr/bin/env node

const help = async () => (await import("./commands/help.ts")).help();
const version = async () => (await import("./commands/version.ts")).version();

/** The `gatewright` command, for terminals, CI and the extension, which runs the same file. Loads only what is asked for. */
const commands: Readonly<Record<string, (args: readonly string[]) => Promise<number | undefined>>> = {
	start: async (args) => (await import("./commands/start.ts")).start(args),
	inline: async (args) => (await import("./commands/inline.ts")).inline(args),
	render: async (args) => (await import("./commands/render.ts")).render(args),
	help,
	version,
	"--version": version,
	"--help": help,
	"-h": help,
};

async function run([name = "help", ...args]: readonly string[]): Promise<number | undefined> {
	const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (command !== undefined) return args.includes("--help") || args.includes("-h") ? help() : command(args);
	console.error(`gatewright has no command "${name}". \`gatewright help\` lists them.`);
	return 2;
}

async function main(): Promise<void> {
	// A command that goes on (a started emulator) resolves with undefined and ends the process itself.
	process.exitCode = await run(process.argv.slice(2));
}

void main();
