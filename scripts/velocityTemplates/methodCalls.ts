type MethodCall = readonly [name: string, parameters: number];

/** Java's methods that random templates call, with the number of their parameters. */
export const methodCalls: readonly MethodCall[] = [
	...withParameters(0, "size length isEmpty toString keySet values entrySet trim toUpperCase hashCode toLowerCase"),
	...withParameters(0, "iterator getKey getValue intValue doubleValue longValue clear hasNext next getClass"),
	...withParameters(0, "toCharArray isBlank strip getBytes booleanValue floatValue"),
	...withParameters(1, "get contains add remove indexOf startsWith endsWith equals containsKey charAt split matches"),
	...withParameters(1, "concat compareTo containsValue addAll putAll repeat valueOf equalsIgnoreCase lastIndexOf"),
	...withParameters(1, "parseInt parseDouble removeAll retainAll substring"),
	...withParameters(2, "substring replace replaceAll replaceFirst put set subList format split getOrDefault"),
	...withParameters(2, "putIfAbsent indexOf add join remove"),
];

function withParameters(count: number, names: string): readonly MethodCall[] {
	return names.split(" ").map((name) => [name, count]);
}
