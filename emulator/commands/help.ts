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
      --seed N                the seed of all ids, so that a run can be repeated

  gatewright inline TEMPLATE  print the template with the .vtl files it includes written into it,
                              as AWS wants them

  gatewright version          which version this is
  gatewright help             this text
`;
