import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { virtualClock } from "../../../emulator/aws/clock.ts";

/** A clock over a real time that stands at 1,000,000 ms until the test moves it. */
function clockAt() {
	let real = 1_000_000;
	const clock = virtualClock(() => real);
	return { clock, realPasses: (ms: number) => void (real += ms) };
}

suite("The virtual clock", () => {
	test("runs with real time", () => {
		const { clock, realPasses } = clockAt();
		realPasses(250);
		assert.equal(clock.now(), 1_000_250);
	});

	test("stands while it is paused and goes on from there", () => {
		const { clock, realPasses } = clockAt();
		clock.pause(true);
		realPasses(5000);
		assert.equal(clock.now(), 1_000_000);
		clock.pause(false);
		realPasses(10);
		assert.equal(clock.now(), 1_000_010);
	});

	test("an advance keeps a paused clock paused and a running one running", () => {
		const { clock, realPasses } = clockAt();
		clock.advance(1000);
		realPasses(1);
		assert.deepEqual([clock.now(), clock.paused], [1_001_001, false]);
		clock.pause(true);
		clock.advance(1000);
		realPasses(1);
		assert.deepEqual([clock.now(), clock.paused], [1_002_001, true]);
	});

	test("a reset returns to real time, running", () => {
		const { clock } = clockAt();
		clock.pause(true);
		clock.advance(86_400_000);
		clock.reset();
		assert.deepEqual([clock.now(), clock.paused], [1_000_000, false]);
	});

	test("a cancelled task does not run, and a task may start another within the same advance", () => {
		const { clock } = clockAt();
		const ran: string[] = [];
		clock.after(10, () => {
			ran.push("first");
			clock.after(10, () => ran.push("second"));
		});
		clock.after(15, () => ran.push("never"))();
		clock.advance(20);
		assert.deepEqual(ran, ["first", "second"]);
	});

	test("tasks of an advance run in the order of their times, each at its own time", () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 50 }), (delays) => {
				const { clock } = clockAt();
				const ran: { delay: number; at: number }[] = [];
				for (const delay of delays) clock.after(delay, () => ran.push({ delay, at: clock.now() - 1_000_000 }));
				clock.advance(500);
				const due = delays.filter((it) => it <= 500).toSorted((a, b) => a - b);
				assert.deepEqual(
					ran,
					due.map((delay) => ({ delay, at: delay })),
				);
				assert.equal(clock.now(), 1_000_500);
			}),
		);
	});
});
