import { type ChildProcessByStdio, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { MappingInput } from "../../language/vtl/bindings/environment.ts";
import type { Dialect } from "../../language/vtl/dialect.ts";

export type ReferenceRequest = Partial<MappingInput> & {
	readonly dialect: Dialect;
	readonly template: string;
	readonly context?: object;
	readonly stageVariables?: object;
	readonly timeoutMs?: number;
	/** Renders it so many times before, for the time it takes. */
	readonly repeat?: number;
};

export type ReferenceReply = {
	readonly ok: boolean;
	readonly output?: string;
	/** The Java class of the failure, or `timeout`. */
	readonly error?: string;
	readonly message?: string;
	readonly line?: number;
	readonly column?: number;
	readonly requestOverride?: unknown;
	readonly responseOverride?: unknown;
	/** What the repetitions took of the processor's time. */
	readonly ms?: number;
};

export type ReferenceEngine = {
	ask(requests: readonly ReferenceRequest[]): Promise<readonly ReferenceReply[]>;
	close(): void;
};

/** Starts Apache Velocity 1.7 in a JVM; a text that says what is missing where it cannot. */
export function startReference(): ReferenceEngine | string {
	const missing = libraries.filter((it) => !existsSync(it));
	if (missing.length > 0) return `These are missing: ${missing.join(", ")}. On Debian: ${packages}`;
	const classes = compiled();
	if (classes === undefined) return `There is no Java compiler, or it refused Reference.java. On Debian: ${packages}`;
	const opened = ["java.base/java.lang", "java.base/java.util"].flatMap((it) => ["--add-opens", `${it}=ALL-UNNAMED`]);
	const path = [classes, ...libraries].join(":");
	const start = () =>
		spawn("java", ["-Xmx1g", ...opened, "-cp", path, "Reference"], { stdio: ["pipe", "pipe", "inherit"] });
	return connect(start);
}

const packages =
	"apt-get install -y --no-install-recommends default-jdk-headless velocity libjsonpath-java libjackson2-databind-java";

const libraries = [
	..."velocity commons-collections3 commons-lang commons-lang3 json-path json-smart accessors-smart asm".split(" "),
	..."slf4j-api slf4j-nop jackson-databind jackson-core jackson-annotations".split(" "),
].map((name) => `/usr/share/java/${name}.jar`);

/** The folder of the compiled harness, made once for each version of it. */
function compiled(): string | undefined {
	const source = fileURLToPath(new URL("Reference.java", import.meta.url));
	const version = createHash("sha256").update(readFileSync(source)).digest("hex").slice(0, 12);
	const folder = join(tmpdir(), `gatewright-velocity-${version}`);
	if (existsSync(join(folder, "Reference.class"))) return folder;
	mkdirSync(folder, { recursive: true });
	const { status } = spawnSync("javac", ["-nowarn", "-cp", libraries.join(":"), "-d", folder, source], {
		stdio: ["ignore", "ignore", "inherit"],
	});
	return status === 0 ? folder : undefined;
}

/** It ends by itself behind a template that takes too long, and is started again for the rest. */
function connect(start: () => ChildProcessByStdio<Writable, Readable, null>): ReferenceEngine {
	let child = start();
	let lines = linesOf(child);
	return {
		ask: async (requests) => {
			const send = (from: number) => {
				child.stdin.write(
					requests
						.slice(from)
						.map((it) => `${JSON.stringify(it)}\n`)
						.join(""),
				);
			};
			send(0);
			const replies: ReferenceReply[] = [];
			let restartedAt = -1;
			while (replies.length < requests.length) {
				const { value, done } = await lines.next();
				if (done !== true) {
					// The other end of the wire is Reference.java, which answers in this form.
					replies.push(JSON.parse(value) as ReferenceReply);
					continue;
				}
				if (restartedAt === replies.length) throw new Error("The reference engine ended.");
				restartedAt = replies.length;
				child = start();
				lines = linesOf(child);
				send(restartedAt);
			}
			return replies;
		},
		close: () => {
			child.stdin.end();
		},
	};
}

function linesOf(child: ChildProcessByStdio<Writable, Readable, null>): AsyncIterator<string> {
	// Writing to one that has just ended is no failure of ours.
	child.stdin.on("error", () => undefined);
	return createInterface({ input: child.stdout })[Symbol.asyncIterator]();
}
