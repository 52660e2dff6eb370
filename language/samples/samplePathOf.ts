/** Where the sample of a template is kept: beside it, `create.vtl` with `create.sample.json`. */
export function samplePathOf(template: string): string {
	return `${template.replace(/\.(?:vtl|vm)$/i, "")}.sample.json`;
}
