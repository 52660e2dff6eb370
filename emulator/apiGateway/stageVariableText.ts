/** Replaces `${stageVariables.name}` in a URI, ARN or credentials; a variable that is not set leaves nothing behind. */
export function withStageVariables(text: string, stageVariables: Readonly<Record<string, string>>): string {
	return text.replace(/\$\{stageVariables\.([A-Za-z0-9_]+)\}/g, (_, name: string) =>
		Object.hasOwn(stageVariables, name) ? (stageVariables[name] ?? "") : "",
	);
}
