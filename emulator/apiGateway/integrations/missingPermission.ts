/**
 * Why a function cannot be called, and what would let it be: AWS's log says only "Invalid permissions on Lambda function"
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html).
 */
export function missingPermission(functionArn: string, sourceArn: string): string {
	const command = `aws lambda add-permission --function-name "${functionArn}" --statement-id api-gateway --action lambda:InvokeFunction --principal apigateway.amazonaws.com --source-arn "${sourceArn}"`;
	return `Invalid permissions on Lambda function: the policy of ${functionArn} does not let API Gateway invoke it. In a template that is an AWS::Lambda::Permission; by hand: ${command}`;
}
