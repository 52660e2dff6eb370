import type { SourceModel } from "./compact.ts";

/**
 * Where an answer recorded from AWS shows that a model is behind, or that a constraint is checked elsewhere and with another
 * text. Source: shared/recorded, read 2026-11-22; AWS's models of 2026-08.
 */
export const corrections: Readonly<Record<string, (shapes: SourceModel["shapes"]) => void>> = {
	lambda(shapes) {
		// Lambda itself checks the runtime and answers InvalidParameterValueException: emulator/lambda/configure.ts has it.
		delete shapes["Runtime"]?.["enum"];
		// Recorded patterns take the regions of the European Sovereign Cloud.
		for (const shape of Object.values(shapes)) {
			if (typeof shape["pattern"] === "string") shape["pattern"] = shape["pattern"].replace(region, "$1(eusc-)?$2");
		}
	},
};

const region = /(:lambda:(?:\)\?\()?)(\[a-z\]\{2\}\(\(-gov\)\|\(-iso\(\[a-z\]\?\)\)\)\?-)/;
