import type { EventLog } from "../../protocol/events.ts";

/** Says which members of a request have no effect here, though they would on AWS. */
export function sayWhatIsIgnored(events: EventLog, functionName: string, request: object): void {
	const names = Object.entries(request).flatMap(([name, value]) =>
		ignored.has(name) && !isEmpty(value) ? [name] : [],
	);
	if (names.length === 0) return;
	const text = `Function ${functionName}: Gatewright does not emulate ${names.join(", ")} yet; the function runs without.`;
	events.publish({ type: "log", part: "lambda", level: "warn", text, functionName });
}

const ignored = new Set([
	"CapacityProviderConfig",
	"CodeSigningConfigArn",
	"DeadLetterConfig",
	"DurableConfig",
	"FileSystemConfigs",
	"ImageConfig",
	"KMSKeyArn",
	"PublishTo",
	"SnapStart",
	"TenancyConfig",
	"VpcConfig",
]);

/** What asks for nothing: `VpcConfig` without subnets, `SnapStart` that applies to no version. */
function isEmpty(value: unknown): boolean {
	if (value === undefined || value === "" || value === "None") return true;
	return typeof value === "object" && value !== null && Object.values(value).every(isEmpty);
}
