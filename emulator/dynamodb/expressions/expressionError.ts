/** What is wrong with an expression, before the request's member is named: "Invalid FilterExpression: …" is put around it once. */
export class ExpressionError extends Error {}
