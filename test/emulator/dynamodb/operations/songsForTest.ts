/** Parts of requests about items of the table "songs" of `simpleTable`. */
export const key = (title = "t") => ({ artist: { S: "a" }, title: { S: title } });
export const at = (title = "t") => ({ TableName: "songs", Key: key(title) });
export const item = (more: object = {}, title = "t") => ({ TableName: "songs", Item: { ...key(title), ...more } });
export const names = (...all: string[]) => Object.fromEntries(all.map((name) => [`#${name}`, name]));
