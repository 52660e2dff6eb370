import { ExpressionError } from "./expressionError.ts";
import { isReserved } from "./reservedWords.ts";

/** Refuses names that an expression may only have behind a placeholder. */
export function checkReserved(attributes: readonly string[]): void {
	const reserved = attributes.find(isReserved);
	if (reserved !== undefined) {
		throw new ExpressionError(`Attribute name is a reserved keyword; reserved keyword: ${reserved}`);
	}
}
