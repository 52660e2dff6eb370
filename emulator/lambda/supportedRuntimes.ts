/** The runtimes that AWS takes, in the order in which it lists them. Recorded from AWS (lambda_, test_lambda_api), read 2026-11-22. */
export const supportedRuntimes: readonly string[] = [
	"nodejs20.x",
	"python3.14",
	"provided.al2023",
	"python3.12",
	"python3.13",
	"nodejs24.x",
	"nodejs22.x",
	"java25",
	"python3.10",
	"python3.11",
	"java21",
	"ruby3.3",
	"ruby3.4",
	"ruby3.2",
	"python3.8",
	"python3.9",
	"java17",
	"nodejs16.x",
	"dotnet10",
	"dotnet8",
	"java11",
	"dotnet6",
	"nodejs18.x",
	"provided.al2",
	"java8.al2",
];

/** Newer than the recording, from AWS's model of 2026-08. */
const newer = new Set(["ruby4.0"]);

export function isRuntime(name: string): boolean {
	return supportedRuntimes.includes(name) || newer.has(name);
}
