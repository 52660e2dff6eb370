import { StartError } from "../../startError.ts";

/**
 * What AWS takes time for, in seconds of the virtual clock. All are 0 unless somebody asks for more: a local table is there at
 * once. With a number, the states between, their errors and the SDKs' waiters are AWS's.
 */
const timingNames = [
	/** A table's CREATING, UPDATING and DELETING, and the same of what stands beside it (TTL, Kinesis destination, insights). */
	"table",
	/** A new global index's backfilling, after the table's UPDATING, and an old one's DELETING. */
	"index",
	/** How far global indexes are behind their table. */
	"indexLag",
	/** How long an item outlives its time to live. */
	"expiry",
	/** How long UpdateTimeToLive refuses a second change. AWS documents an hour; 31 minutes were measured in October 2026. */
	"timeToLiveChange",
	/** How far the latest restorable time is behind: AWS's is five minutes ago. */
	"recoveryLag",
] as const;

export type TimingName = (typeof timingNames)[number];
type TimingSettings = Readonly<Record<TimingName, number>>;

export type Timing = {
	settings(): TimingSettings;
	/** What is not named stays; what has begun keeps the time that it began with. Answers what is wrong with the settings, having changed nothing. */
	change(settings: unknown): string | undefined;
	ms(name: TimingName): number;
};

const instant: TimingSettings = {
	table: 0,
	index: 0,
	indexLag: 0,
	expiry: 0,
	timeToLiveChange: 0,
	recoveryLag: 0,
};

/** A week: longer than AWS takes for anything here. */
const longestTiming = 7 * 24 * 60 * 60;

export function timing(initial: Readonly<Record<string, number>> = {}): Timing {
	const asked = readTiming(initial);
	if (typeof asked === "string") throw new StartError("dynamodb-timing", asked);
	let current: TimingSettings = { ...instant, ...asked };
	return {
		settings: () => current,
		change(settings) {
			const read = readTiming(settings);
			if (typeof read === "string") return read;
			current = { ...current, ...read };
			return undefined;
		},
		ms: (name) => current[name] * 1000,
	};
}

/** Settings as somebody wrote them; a text says what is wrong with them. */
function readTiming(value: unknown): Partial<TimingSettings> | string {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return usage;
	for (const [name, seconds] of Object.entries(value)) {
		if (!timingNames.some((it) => it === name)) return `There is no timing "${name}". ${usage}`;
		if (typeof seconds !== "number" || !(seconds >= 0 && seconds <= longestTiming)) {
			return `"${name}" is a number of seconds from 0 to ${longestTiming}.`;
		}
	}
	return { ...value };
}

const usage = `Timing is an object of seconds with any of ${timingNames.join(", ")}.`;
