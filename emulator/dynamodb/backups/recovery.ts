import type { Clock } from "../../aws/clock.ts";
import type { ContinuousBackupsDescription } from "../model.generated.ts";
import type { Table } from "../tables/table.ts";
import type { RecoverySetting } from "../tables/tableDefinition.ts";
import type { Timing } from "../tables/timing.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** Between which times a table can be restored. AWS's latest is five minutes ago; here it is now, unless a lag is set. */
export function restorable(
	{ clock, timing }: { readonly clock: Clock; readonly timing: Timing },
	{ enabledAt, days }: RecoverySetting,
): { readonly earliest: number; readonly latest: number } {
	const now = clock.now();
	return {
		earliest: Math.max(enabledAt, now - days * dayMs),
		latest: Math.max(enabledAt, now - timing.ms("recoveryLag")),
	};
}

export function describeRecovery(
	needs: { readonly clock: Clock; readonly timing: Timing },
	{ definition: { recovery } }: Table,
): ContinuousBackupsDescription {
	const ContinuousBackupsStatus = "ENABLED";
	if (recovery === undefined) {
		return { ContinuousBackupsStatus, PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: "DISABLED" } };
	}
	const { earliest, latest } = restorable(needs, recovery);
	return {
		ContinuousBackupsStatus,
		PointInTimeRecoveryDescription: {
			PointInTimeRecoveryStatus: "ENABLED",
			RecoveryPeriodInDays: recovery.days,
			EarliestRestorableDateTime: new Date(earliest),
			LatestRestorableDateTime: new Date(latest),
		},
	};
}
