/** The byte before each stored value: its type. */
export const tag = { S: 1, N: 2, B: 3, SS: 4, NS: 5, BS: 6, M: 7, L: 8, NULL: 9, TRUE: 10, FALSE: 11 } as const;

/** The byte before a stored item: whether all its strings are ASCII. */
export const asciiOnly = 1;
export const anyText = 2;
