/** What a directive does, in Markdown. */
export function directiveDocumentation(name: string): string | undefined {
	return texts.get(name);
}

const texts: ReadonlyMap<string, string> = new Map(
	Object.entries({
		set: "`#set($name = value)` sets a variable, or a property: `#set($map.key = value)`. A value of nothing changes nothing.",
		if: "`#if(condition) … #elseif(condition) … #else … #end`. False are `false` and comparisons that fail; in API Gateway what is not set is `true`.",
		elseif: "`#elseif(condition)`: another condition, when those before it do not hold.",
		else: "`#else`: when no condition holds. Write `#{else}` where a letter follows.",
		end: "`#end` ends the innermost `#if`, `#foreach`, `#define`, `#macro` or `#literal`. Write `#{end}` where a letter follows.",
		foreach:
			"`#foreach($item in $list) … #end` goes over a list, the values of a map, or a range, at most 1000 times. In it `$foreach.index`, `.count`, `.hasNext`, `.first`, `.last` and `.parent` tell the round.",
		define: "`#define($name) … #end` keeps a block, which is rendered each time that `$name` prints.",
		break: "`#break` ends the innermost loop.",
		stop: "`#stop` ends the template.",
		literal: "`#literal() … #end` prints what stands in it as it is.",
		macro: "`#macro` is off in API Gateway: calls of macros print as they are written.",
		evaluate: "`#evaluate` is off in API Gateway: it prints as it is written.",
		parse: "`#parse` is off in API Gateway: it prints as it is written.",
		include: "`#include` is off in API Gateway: it prints as it is written.",
	}),
);
