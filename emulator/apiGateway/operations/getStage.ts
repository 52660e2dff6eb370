import { stageAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import { stageNotFound } from "../errors.ts";
import type { GetStageRequest, Stage } from "../model.generated.ts";

export function getStage({ stages }: Pick<ControlPlane, "stages">, { restApiId, stageName }: GetStageRequest): Stage {
	const stage = stages.get(`${restApiId}/${stageName}`);
	if (stage === undefined) throw stageNotFound();
	return stageAnswer(stage);
}
