import { invalidParameters } from "../errors.ts";
import type { Update, UpdateAction } from "../expressions/syntax.ts";
import type { AttributeValueUpdate } from "../model.generated.ts";
import { readValue } from "../values/readValue.ts";
import { typeOf } from "../values/value.ts";

/** `AttributeUpdates`, the older form of an update: whole attributes only. */
export function legacyUpdate(
	updates: { readonly [attribute: string]: AttributeValueUpdate } | undefined,
): Update | undefined {
	if (updates === undefined) return undefined;
	return { legacy: true, actions: Object.entries(updates).map(([attribute, update]) => actionOf(attribute, update)) };
}

function actionOf(attribute: string, { Value, Action = "PUT" }: AttributeValueUpdate): UpdateAction {
	const path = [attribute];
	if (Value === undefined) {
		if (Action === "DELETE") return { section: "REMOVE", path };
		throw invalidParameters("Only DELETE action is allowed when no attribute value is specified");
	}
	const value = readValue(Value);
	const type = typeOf(value);
	const isSet = type === "SS" || type === "NS" || type === "BS";
	switch (Action) {
		case "PUT":
			return { section: "SET", path, value: { kind: "value", value } };
		case "DELETE":
			if (!isSet) throw invalidParameters(`DELETE action with value is not supported for the type ${type}`);
			return { section: "DELETE", path, value };
		case "ADD":
			if (!isSet && type !== "N" && type !== "L") {
				throw invalidParameters(`ADD action is not supported for the type ${type}`);
			}
			return { section: "ADD", path, value };
	}
}
