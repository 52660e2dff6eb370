import type { Intrinsic } from "../scope.ts";
import { base64 } from "./base64.ts";
import { cidr } from "./cidr.ts";
import { and, condition, equals, ifFunction, not, or } from "./conditions.ts";
import { findInMap } from "./findInMap.ts";
import { getAtt } from "./getAtt.ts";
import { getAZs } from "./getAZs.ts";
import { importValue } from "./importValue.ts";
import { join } from "./join.ts";
import { length, toJsonString } from "./languageExtensions.ts";
import { ref } from "./ref.ts";
import { select } from "./select.ts";
import { split } from "./split.ts";
import { sub } from "./sub.ts";

/** The intrinsic functions, by the name they have in JSON. `Fn::Transform` and `Fn::ForEach` are carried out before any of these. */
export const functions: Readonly<Record<string, Intrinsic>> = {
	Ref: ref,
	Condition: condition,
	"Fn::And": and,
	"Fn::Base64": base64,
	"Fn::Cidr": cidr,
	"Fn::Equals": equals,
	"Fn::FindInMap": findInMap,
	"Fn::GetAtt": getAtt,
	"Fn::GetAZs": getAZs,
	"Fn::If": ifFunction,
	"Fn::ImportValue": importValue,
	"Fn::Join": join,
	"Fn::Length": length,
	"Fn::Not": not,
	"Fn::Or": or,
	"Fn::Select": select,
	"Fn::Split": split,
	"Fn::Sub": sub,
	"Fn::ToJsonString": toJsonString,
};
