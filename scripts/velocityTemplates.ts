import fc from "fast-check";

/** Random templates for the comparison with the reference engine, grown from the language's grammar. */

const name = fc.constantFrom("r", "x", "y", "l", "m", "s", "i", "undefinedOne");
const propertyName = fc.constantFrom(
	"name",
	"age",
	"list",
	"items",
	"map",
	"nothing",
	"price",
	"big",
	"empty",
	"k1",
	"size",
	"class",
	"key",
	"value",
	"first",
	"last",
	"index",
	"count",
	"hasNext",
	"entrySet",
	"in",
	"eq",
	"Name",
	"bytes",
	"a",
	"whole",
	"zero",
);

const methodCalls: readonly (readonly [name: string, parameters: number])[] = [
	...["size", "length", "isEmpty", "toString", "keySet", "values", "entrySet", "trim", "toUpperCase", "hashCode"].map(
		none,
	),
	...["toLowerCase", "iterator", "getKey", "getValue", "intValue", "doubleValue", "longValue", "clear", "hasNext"].map(
		none,
	),
	...["next", "getClass", "toCharArray", "isBlank", "strip", "getBytes", "booleanValue", "floatValue"].map(none),
	...["get", "contains", "add", "remove", "indexOf", "startsWith", "endsWith", "equals", "containsKey", "charAt"].map(
		one,
	),
	...["split", "matches", "concat", "compareTo", "containsValue", "addAll", "putAll", "repeat", "valueOf"].map(one),
	...["equalsIgnoreCase", "lastIndexOf", "parseInt", "parseDouble", "removeAll", "retainAll", "substring"].map(one),
	...["substring", "replace", "replaceAll", "replaceFirst", "put", "set", "subList", "format", "split"].map(two),
	...["getOrDefault", "putIfAbsent", "indexOf", "add", "join", "remove"].map(two),
];

function none(method: string) {
	return [method, 0] as const;
}
function one(method: string) {
	return [method, 1] as const;
}
function two(method: string) {
	return [method, 2] as const;
}

const digits = fc.constantFrom(
	"0",
	"1",
	"2",
	"3",
	"-1",
	"7",
	"10",
	"100",
	"2147483647",
	"-2147483648",
	"2147483648",
	"9223372036854775807",
	"99999999999999999999",
	"0.5",
	"1.5",
	"10.0",
	"1e3",
	"-2.5",
	".5",
	"1e10",
	"123456789.125",
	"1e-5",
	"3.0E-3",
);
const words = fc.oneof(
	{
		arbitrary: fc.constantFrom(
			"",
			"a",
			"b",
			"abc",
			"a,b,c",
			"Hello, World",
			"10",
			"x y",
			"k1",
			"name",
			"[a-z]+",
			"a|b",
			"(.)",
			"x/y",
		),
		weight: 3,
	},
	fc.constantFrom(
		"",
		"a",
		"b",
		"abc",
		"a,b,c",
		"Hello, World",
		"10",
		"1.5",
		"true",
		"x y",
		" pad ",
		"k1",
		"name",
		"null",
		"é✓",

		"[a-z]+",
		"a|b",
		"\\\\d",
		"(.)",
		"$1",
		".",
		"\\\\.",
		"^a",
		"%s",
		"%05d",
		"%.2f",
		"[",
		"a{2}",
		"\\\\s*,\\\\s*",
		"/",
	),
);
const blank = fc.constantFrom("", "", "", " ", "  ", "\t", "\n", "\r\n", " \n ");
const text = fc.constantFrom(
	"",
	" ",
	"\n",
	"  ",
	"a",
	"{",
	"}",
	'"',
	": ",
	",",
	"text",
	"\\",
	"\\\\",
	"$",
	"#",
	"$$",
	"##c\n",
	"#* c *#",
	"!",

	"#[[ $x #if ]]#",
	"\\#if",
	"\\$x",
	"\\\\$x",
	"\\$!x",
	"$\\!x",
	"$[",
	"#hi()",
	"#x",
	"(",
	")",
	"[0]",
	".",
	".b",
	"-",

	"#include('a')",
	"#evaluate($x)",
	"é",
	"\r\n",
	"\t",
	"1",
	"'",
	"#{x}",
	"\\\\#set",
	"#@x()",
	"$1",
	"#5",
	"\\#foo",
);

const plainText = fc.constantFrom("", " ", "\n", "a ", ", ", " x\n", "\r\n", "{ ", ": ", "\t");

const jsonPath = fc.constantFrom(
	"$",
	"$.name",
	"$.list",
	"$.list[0]",
	"$.items[*].id",
	"$..id",
	"$.items[?(@.id > 1)]",
	"$.nothing",
	"$.none",
	"$.map",
	"$.items[0]['id','name']",
	"$.list[-1:]",
	"$.list[0:2]",
	"$.map.*",
	"$.items[?(@.name == 'one')].id",

	"list",
	"$.items[?(@.qty)].name",
	"$..name",
	"$.list[(@.length-1)]",
	"$.name[0]",
	"$.price",
	"$.big",
	"$['name']",
);

const bound = fc.constantFrom("0", "1", "3", "-2", "$r.age", "$l.size()", "$i", "$undefinedOne", "$x");

const { expression, reference, statements } = fc.letrec<{
	expression: string;
	reference: string;
	path: string;
	string: string;
	statement: string;
	statements: string;
	parameter: string;
}>((tie) => ({
	path: fc.oneof(
		{ maxDepth: 3, depthIdentifier: "path" },
		fc.constant(""),
		fc.tuple(propertyName, tie("path")).map(([property, rest]) => `.${property}${rest}`),
		fc
			.tuple(fc.constantFrom(...methodCalls), tie("parameter"), tie("parameter"), tie("path"))
			.map(([[method, count], a, b, rest]) => `.${method}(${[a, b].slice(0, count).join(", ")})${rest}`),
		fc
			.tuple(
				fc.oneof(
					digits.filter((it) => /^-?\d$/.test(it)),
					words.map(quoted),
					name.map((it) => `$${it}`),
				),
				tie("path"),
			)
			.map(([index, rest]) => `[${index}]${rest}`),
	),
	reference: fc.oneof(
		fc.tuple(fc.constantFrom("$", "$", "$!"), name, tie("path")).map((parts) => parts.join("")),
		fc.tuple(fc.constantFrom("${", "$!{"), name, tie("path")).map((parts) => `${parts.join("")}}`),
		jsonPath.map((it) => `$input.path("${it}")`),
		jsonPath.map((it) => `$input.json("${it}")`),
		fc.constantFrom(
			"$input.body",
			"$input.params('petId')",
			"$input.params()",
			"$context.stage",
			"$stageVariables.env",
		),
		fc.constantFrom("$foreach.index", "$foreach.hasNext", "$velocityCount", "$foreach.parent.index", "$foreach.last"),
		fc
			.tuple(
				fc.constantFrom("escapeJavaScript", "urlEncode", "urlDecode", "base64Encode", "base64Decode", "parseJson"),
				tie("parameter"),
			)
			.map(([method, parameter]) => `$util.${method}(${parameter})`),
	),
	string: fc.oneof(
		words.map(quoted),
		fc.tuple(words, tie("reference"), words).map((parts) => `"${parts.join("").replaceAll('"', '""')}"`),
		fc.tuple(tie("statement"), words).map((parts) => `"${parts.join("").replaceAll('"', '""')}"`),
	),
	parameter: fc.oneof(
		{ maxDepth: 3, depthIdentifier: "parameter" },
		digits,
		words.map(quoted),
		fc.constantFrom("true", "false", "[]", "{}", "[1..3]", "$l", "$m", "$x", "$s"),
		tie("string"),
		tie("reference"),
		fc.array(tie("parameter"), { maxLength: 3 }).map((items) => `[${items.join(", ")}]`),
		fc.tuple(tie("parameter"), tie("parameter")).map(([key, value]) => `{${key} : ${value}}`),
	),
	expression: fc.oneof(
		{ maxDepth: 4, depthIdentifier: "expression" },
		tie("parameter"),
		tie("reference"),
		fc
			.tuple(
				tie("expression"),
				fc.constantFrom("+", "-", "*", "/", "%", "==", "!=", "<", ">", "<=", ">=", "&&", "||", "and", "or", "eq", "lt"),
				tie("expression"),
			)
			.map((parts) => parts.join(" ")),
		tie("expression").map((it) => `(${it})`),
		tie("expression").map((it) => `!${it}`),
		fc.tuple(bound, bound).map(([from, to]) => `[${from}..${to}]`),
	),
	statement: fc.oneof(
		{ maxDepth: 4, depthIdentifier: "statement" },
		{ arbitrary: plainText, weight: 4 },
		{ arbitrary: text, weight: 1 },
		{ arbitrary: tie("reference"), weight: 4 },
		fc.tuple(blank, tie("reference"), blank, tie("expression"), blank).map((parts) => set(parts)),
		fc
			.tuple(
				blank,
				name.map((it) => `$${it}`),
				blank,
				tie("expression"),
				blank,
			)
			.map((parts) => set(parts)),
		fc
			.tuple(
				tie("expression"),
				blank,
				tie("statements"),
				tie("statements"),
				fc.constantFrom("#end", "#{end}", "#end\n"),
			)
			.map(
				([condition, space, then, otherwise, end]) =>
					`#if(${condition})${space}${then}#{else}${space}${otherwise}${end}`,
			),
		fc
			.tuple(tie("expression"), tie("statements"), tie("expression"), tie("statements"))
			.map(([a, then, b, other]) => `#if(${a})${then}#elseif(${b})${other}#end`),
		fc
			.tuple(
				name,
				fc.oneof(tie("reference"), fc.constantFrom("[1..3]", "['a', 'b']", "{'a':1,'b':2}", "$r.items")),
				blank,
				tie("statements"),
			)
			.map(([variable, list, space, body]) => `#foreach($${variable} in ${list})${space}${body}#end`),
		fc.tuple(name, tie("statements")).map(([variable, body]) => `#define($${variable})${body}#end`),
		fc.constantFrom(
			"#break",
			"#stop",
			"#break()",
			"#stop()",
			"#break($foreach)",
			"#literal()$x#end",
			"#macro(m $a)$a#end",
		),
	),
	statements: fc.array(tie("statement"), { maxLength: 4 }).map((parts) => parts.join("")),
}));

export const template = fc
	.tuple(
		fc.constantFrom(
			"",
			"#set($r = $input.path('$'))",
			"#set($r=$input.path('$'))#set($l=[1,'b',2.5])#set($m={'a':1,'k1':'v'})#set($s='a,B c')",
		),
		statements,
		fc.oneof(
			reference,
			expression.map((it) => `#set($x = ${it})$x`),
			statements,
		),
	)
	.map((parts) => parts.join(""));

/** Known templates, cut and mixed at random. */
export function mutation(known: readonly string[]) {
	const some = fc.constantFrom(...known);
	return fc
		.tuple(some, some, fc.nat(), fc.nat(), fc.nat(), fc.oneof(text, fc.string({ maxLength: 2 })))
		.map(([a, b, from, to, at, inserted]) => {
			const start = from % (a.length + 1);
			const kept = a.slice(0, start) + inserted + a.slice(Math.min(a.length, start + (to % 5)));
			return at % 3 === 0 ? kept + b.slice(at % (b.length + 1)) : kept;
		});
}

export const bodies: readonly string[] = [
	'{"name":"Ada","age":36,"nothing":null,"price":19.99,"whole":10.0,"big":9007199254740993,"zero":0,"empty":"","list":[1,2,3],"items":[{"id":1,"name":"one","qty":2},{"id":2,"name":"two"}],"map":{"k1":"v1","k2":[1,"x"]},"a":true}',
	'{"name":"x/y","list":[],"items":{},"map":null,"a":[1.0,null,"q"]}',
	'[1,2,{"name":"n"}]',
	"",
	"plain",
	"12.50",
];

function quoted(word: string): string {
	return `'${word.replaceAll("'", "''")}'`;
}

function set([before, target, left, value, right]: readonly [string, string, string, string, string]): string {
	return `${before}#set(${target}${left}=${right}${value})`;
}
