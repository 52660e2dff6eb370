import { render as renderRival } from "velocityjs";
import type { MappingEnvironment } from "../../../language/vtl/bindings/environment.ts";
import { render } from "../../../language/vtl/evaluate/render.ts";
import { parse } from "../../../language/vtl/parse/parse.ts";
import { type ReferenceEngine, startReference } from "../../velocityReference/referenceEngine.ts";
import { rate } from "./rate.ts";
import { body, templateOf } from "./templates.ts";

/**
 * Parse and render, from text to text, beside velocityjs and beside Velocity 1.7 after its JVM has warmed up; and ours
 * rendering a template that is kept parsed, beside the same.
 */
export async function renderRates(roundMs: number): Promise<void> {
	const reference = startReference();
	if (typeof reference === "string") console.log(`Velocity 1.7 is not measured: ${reference}`);
	console.log("parse + render per second        ours    velocityjs    ratio    Velocity 1.7    ratio");
	for (const kilobytes of [5, 200]) {
		const template = templateOf(kilobytes * 1000);
		checkAgreement(template);
		// Side by side: each in turn, and the best round of each.
		const ours = rate(() => render(parse(template), environment), roundMs);
		const rival = rate(() => renderRival(template, rivalContext()), roundMs);
		const theirs = typeof reference === "string" ? Number.NaN : await referenceRate(reference, template, roundMs * 5);
		// As the gateway does it, which keeps a deployment's templates parsed; the others' numbers still hold their parse.
		const kept = parse(template);
		const oursKept = rate(() => render(kept, environment), roundMs);
		printRow(`${kilobytes} KB`, ours, rival, theirs);
		printRow(`${kilobytes} KB, ours kept parsed`, oursKept, rival, theirs);
	}
	if (typeof reference !== "string") reference.close();
}

function printRow(name: string, ours: number, rival: number, theirs: number): void {
	const cells = [
		name.padStart(28),
		ours.toFixed(1).padStart(9),
		rival.toFixed(2).padStart(14),
		(ours / rival).toFixed(1).padStart(9),
		theirs.toFixed(1).padStart(16),
		(ours / theirs).toFixed(2).padStart(9),
	];
	console.log(cells.join(""));
}

const environment: MappingEnvironment = {
	input: { body, headers: {}, path: {}, query: {} },
	context: { requestId: "r-1" },
	stageVariables: { env: "dev" },
};

/** What velocityjs needs to render the same: live objects. */
function rivalContext(): Record<string, unknown> {
	const root: { items: unknown[] } = JSON.parse(body);
	return {
		input: { path: () => ({ ...root, items: Object.assign(root.items, { size: () => root.items.length }) }) },
		util: { escapeJavaScript: (text: string) => text.replaceAll("'", "\\'") },
		context: { requestId: "r-1" },
		stageVariables: { env: "dev" },
	};
}

/** Both must do the work: a rival that fails early would be fast. */
function checkAgreement(template: string): void {
	const rendered = render(parse(template), environment);
	const rival = renderRival(template, rivalContext());
	const same = (text: string) => text.replaceAll(/\s+/g, "");
	if (!rendered.ok || same(rendered.output) !== same(rival)) throw new Error("The engines render different things.");
}

async function referenceRate(reference: ReferenceEngine, template: string, ms: number): Promise<number> {
	const request = {
		dialect: "apigw" as const,
		template,
		body,
		context: { requestId: "r-1" },
		stageVariables: { env: "dev" },
		timeoutMs: 600_000,
	};
	// Until the JVM has compiled what it will.
	await reference.ask([{ ...request, repeat: template.length > 50_000 ? 150 : 3000 }]);
	const repeat = template.length > 50_000 ? Math.max(20, ms / 20) : Math.max(500, ms);
	let best = 0;
	for (let round = 0; round < 5; round++) {
		const [reply] = await reference.ask([{ ...request, repeat: Math.round(repeat / 5) }]);
		if (reply?.ms === undefined) throw new Error("The reference engine did not measure.");
		best = Math.max(best, (Math.round(repeat / 5) * 1000) / reply.ms);
	}
	return best;
}
