// Made by scripts/manifest.ts from package.json; do not edit.

export const commandNames = [
	"gatewright.start",
	"gatewright.stop",
	"gatewright.restart",
	"gatewright.invokeMethod",
	"gatewright.chooseTemplate",
	"gatewright.previewTemplate",
	"gatewright.sampleFromModel",
	"gatewright.modelFromSamples",
	"gatewright.typeFromModel",
	"gatewright.templateFromModel",
	"gatewright.showLog",
	"gatewright.openSource",
	"gatewright.copyUrl",
] as const;
export type CommandName = (typeof commandNames)[number];

export type Settings = {
	readonly "gatewright.template": string;
	readonly "gatewright.port": number;
	readonly "gatewright.storage": "keep" | "memory";
	readonly "gatewright.throttling": boolean;
	readonly "gatewright.invoke.timeoutSeconds": number;
};

export const settingDefaults: Settings = {
	"gatewright.template": "",
	"gatewright.port": 0,
	"gatewright.storage": "keep",
	"gatewright.throttling": false,
	"gatewright.invoke.timeoutSeconds": 60,
};
