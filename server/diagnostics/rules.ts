import { doubleOverride } from "./doubleOverride.ts";
import { escapeQuotes } from "./escapeQuotes.ts";
import { foreachLimit } from "./foreachLimit.ts";
import { gatewayResponseLanguage } from "./gatewayResponseLanguage.ts";
import { handlerEvent } from "./handlerEvent.ts";
import { invalidOutput } from "./invalidOutput.ts";
import { jsonInQuotes } from "./jsonInQuotes.ts";
import { missingOutput } from "./missingOutput.ts";
import { overrideInProxy } from "./overrideInProxy.ts";
import { overrideStatus } from "./overrideStatus.ts";
import { readBeforeSet } from "./readBeforeSet.ts";
import type { Rule } from "./rule.ts";
import { syntax } from "./syntax.ts";
import { templateTooLarge } from "./templateTooLarge.ts";
import { undefinedVariable } from "./undefinedVariable.ts";
import { unknownKey } from "./unknownKey.ts";
import { unknownMember } from "./unknownMember.ts";
import { unknownMethod } from "./unknownMethod.ts";
import { unsupportedDirective } from "./unsupportedDirective.ts";
import { unusedVariable } from "./unusedVariable.ts";

/** All rules; each has a page in `docs/diagnostics/`. */
export const rules: readonly Rule[] = [
	syntax,
	templateTooLarge,
	unknownMember,
	undefinedVariable,
	readBeforeSet,
	unusedVariable,
	unknownMethod,
	unknownKey,
	unsupportedDirective,
	foreachLimit,
	gatewayResponseLanguage,
	invalidOutput,
	jsonInQuotes,
	escapeQuotes,
	doubleOverride,
	overrideInProxy,
	overrideStatus,
	missingOutput,
	handlerEvent,
];
