import fc, { type Arbitrary } from "fast-check";
import type { MappingEnvironment } from "../../language/vtl/bindings/environment.ts";
import { bodies } from "./bodies.ts";

/** What a template is rendered with: the call that everything is compared with most often, and random ones. */
export const calls: Arbitrary<MappingEnvironment> = fc.oneof(
	{ arbitrary: bodies.map((body) => withBody(body)), weight: 3 },
	fc.record({
		input: fc.record({
			body: bodies,
			headers: values("X-Request-Id", "Accept", "n"),
			path: values("petId", "n"),
			query: values("type", "page", "petId"),
		}),
		context: fc.record({
			httpMethod: fc.constantFrom("GET", "POST"),
			stage: value(),
			identity: values("sourceIp", "user"),
			authorizer: fc.dictionary(fc.constantFrom("n", "principalId"), fc.oneof(value(), fc.integer(), fc.boolean())),
		}),
		stageVariables: values("env", "n"),
	}),
);

export function withBody(body: string): MappingEnvironment {
	return {
		input: {
			body,
			headers: { "X-Request-Id": "r-123", Accept: "application/json" },
			path: { petId: "42" },
			query: { type: "dog", page: "2" },
		},
		context: { httpMethod: "POST", stage: "dev", identity: { sourceIp: "192.0.2.7" }, authorizer: { n: 5 } },
		stageVariables: { env: "dev" },
	};
}

function values(...names: readonly string[]): Arbitrary<Record<string, string>> {
	return fc.dictionary(fc.constantFrom(...names), value());
}

function value(): Arbitrary<string> {
	return fc.oneof(fc.constantFrom("dev", "", "10", "a b", "é", "'q'", '"', "$x", "/"), fc.string({ maxLength: 6 }));
}
