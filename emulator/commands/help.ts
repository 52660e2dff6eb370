/** What the command can do, on standard output. */
export async function help(): Promise<number> {
	console.log(text);
	return 0;
}

const text = `Gatewright: a local AWS for API Gateway, Lambda and DynamoDB apps.

  gatewright start [PATH]     deploy the app at PATH (a template, or a folder with one) and serve it
                              until Ctrl-C; without PATH an empty emulator
      --port N                the port (default 4566, or any free one when that is taken; 0: any free one)
      --data DIR              keep tables, functions and APIs in DIR between runs
      --memory                keep nothing (the default)
      --json                  say one line of JSON when ready, then one a line for each problem
      --account ID            the account that is played (default 000000000000)
      --region NAME           the region (default: AWS_REGION, AWS_DEFAULT_REGION, else us-east-1)
      --dynamodb-timing LIST  how long DynamoDB's states last, as in table=5,index=10,indexLag=0.5 (seconds
                              of the virtual clock, all 0 by default): table, index, indexLag, expiry,
                              timeToLiveChange, recoveryLag
      --throttling            throttle DynamoDB requests that go beyond a table's capacity, as AWS would
      --seed N                the seed of all ids, so that a run can be repeated

  gatewright inline TEMPLATE  print the template with the .vtl files it includes written into it,
                              as AWS wants them

  gatewright render TEMPLATE  print what the mapping template makes of a call
      --event FILE            the call: { "input": { "body", "headers", "path", "query" }, "context",
                              "stageVariables" }, the event of a proxy function, a request that the
                              emulator recorded (/_gatewright/traces/ID), or any other JSON, which is
                              the body; "-" reads standard input. Without it, the file
                              TEMPLATE.sample.json beside the template (named without its .vtl)
      --dialect NAME          apigw (the default): Velocity as API Gateway has it; velocity17: Apache
                              Velocity 1.7 itself, with macros, printing nulls as they are written
      --json                  one line of JSON: { "name", "ok", "output", "requestOverride",
                              "responseOverride" } or { "name", "ok", "error", "line", "column" }
  gatewright render --cases FILE
                              render an array of { "name", "template", "context" }, one line of JSON each
                              (exit code 0: all rendered; 1: a template failed; 2: cannot be used)

  gatewright version          which version this is
  gatewright help             this text
`;
