import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { delimiter, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export type DynamodbLocal = {
	readonly endpoint: string;
	readonly version: string;
	readonly pid: number | undefined;
	stop(): void;
};

/** Fetches AWS's DynamoDB Local once, with Maven, and starts it in memory; says why not where this cannot be done. */
export async function startDynamodbLocal(): Promise<DynamodbLocal | string> {
	if (!runs(java, ["-version"])) return "there is no Java here (17 or later is needed)";
	const jars = join(folder, "lib");
	if (!existsSync(jars) || !readdirSync(jars).some((name) => name.startsWith(`DynamoDBLocal-${version}`))) {
		if (!runs(maven, ["-v"])) return "there is no Maven here to fetch DynamoDB Local with";
		mkdirSync(folder, { recursive: true });
		writeFileSync(join(folder, "pom.xml"), project);
		const fetched = spawnSync(maven, ["-q", "-B", "dependency:copy-dependencies", `-DoutputDirectory=${jars}`], {
			cwd: folder,
			stdio: ["ignore", "ignore", "inherit"],
			timeout: 300_000,
		});
		if (fetched.status !== 0) return "Maven could not fetch DynamoDB Local";
	}
	const port = await freePort();
	const server = spawn(
		java,
		[
			`-Djava.library.path=${jars}`,
			"-cp",
			[join(jars, "*")].join(delimiter),
			"com.amazonaws.services.dynamodbv2.local.main.ServerRunner",
			"-inMemory",
			"-disableTelemetry",
			"-port",
			String(port),
		],
		{ cwd: folder, stdio: "ignore" },
	);
	const endpoint = `http://127.0.0.1:${port}`;
	const stop = () => void server.kill();
	process.once("exit", stop);
	if (!(await answers(server, endpoint))) {
		stop();
		return "DynamoDB Local did not start";
	}
	return { endpoint, version, pid: server.pid, stop };
}

/** Other programs than those found on the path can be named. */
const java = process.env["JAVA"] ?? "java";
const maven = process.env["MAVEN"] ?? "mvn";

const version = "2.5.4";
const folder = fileURLToPath(new URL("../../node_modules/.cache/dynamodb-local", import.meta.url));
const project = `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>local</groupId><artifactId>local</artifactId><version>1</version>
<dependencies><dependency><groupId>com.amazonaws</groupId><artifactId>DynamoDBLocal</artifactId><version>${version}</version></dependency></dependencies>
</project>
`;

function runs(command: string, args: readonly string[]): boolean {
	return spawnSync(command, args, { stdio: "ignore", timeout: 30_000 }).status === 0;
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer().once("error", reject);
		probe.listen(0, "127.0.0.1", () => {
			const address = probe.address();
			const port = typeof address === "object" && address !== null ? address.port : 0;
			probe.close(() => resolve(port));
		});
	});
}

/** Any answer will do: the first is a refusal of a request that nobody signed. */
async function answers(server: ChildProcess, endpoint: string): Promise<boolean> {
	for (let tries = 0; tries < 150 && server.exitCode === null; tries++) {
		const answered = await fetch(endpoint).then(
			() => true,
			() => false,
		);
		if (answered) return true;
		await delay(100);
	}
	return false;
}
