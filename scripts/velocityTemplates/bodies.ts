import fc, { type Arbitrary } from "fast-check";

/** The payloads that the templates read: a few that hold what the templates look for, and random ones. */
export const bodies: Arbitrary<string> = fc.oneof(
	{
		arbitrary: fc.constantFrom(
			'{"name":"Ada","age":36,"nothing":null,"price":19.99,"whole":10.0,"big":9007199254740993,"zero":0,"empty":"","list":[1,2,3],"items":[{"id":1,"name":"one","qty":2},{"id":2,"name":"two"}],"map":{"k1":"v1","k2":[1,"x"]},"a":true}',
			'{"name":"x/y","list":[],"items":{},"map":null,"a":[1.0,null,"q"]}',
			'[1,2,{"name":"n"}]',
			"",
			"plain",
			"12.50",
		),
		weight: 3,
	},
	fc
		.dictionary(
			fc.constantFrom(..."name age list items map nothing price big empty k1 zero whole a".split(" ")),
			fc.jsonValue({ maxDepth: 2 }),
		)
		.map((value) => JSON.stringify(value)),
);
