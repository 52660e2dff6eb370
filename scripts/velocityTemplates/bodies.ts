/** The payloads that the templates read. */
export const bodies: readonly string[] = [
	'{"name":"Ada","age":36,"nothing":null,"price":19.99,"whole":10.0,"big":9007199254740993,"zero":0,"empty":"","list":[1,2,3],"items":[{"id":1,"name":"one","qty":2},{"id":2,"name":"two"}],"map":{"k1":"v1","k2":[1,"x"]},"a":true}',
	'{"name":"x/y","list":[],"items":{},"map":null,"a":[1.0,null,"q"]}',
	'[1,2,{"name":"n"}]',
	"",
	"plain",
	"12.50",
];
