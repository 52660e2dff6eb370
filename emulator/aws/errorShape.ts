import type { Model } from "./model.ts";

/** AWS spells the member that holds an error's text `message` in most error shapes and `Message` in some. */
export function messageMember(model: Model, code: string): "message" | "Message" {
	const shape = model.shapes[code];
	if (shape?.type !== "structure") return code === "SerializationException" ? "Message" : "message";
	return "Message" in shape.members ? "Message" : "message";
}
