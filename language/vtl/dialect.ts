/** Which Velocity: API Gateway's, or Apache Velocity 1.7 as it comes, with macros and with nulls that print as written. */
export type Dialect = "apigw" | "velocity17";
