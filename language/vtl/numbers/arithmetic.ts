export type Arithmetic = "+" | "-" | "*" | "/" | "%";
