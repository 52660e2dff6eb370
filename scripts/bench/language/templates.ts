/**
 * Templates as people write them: JSON with references in it, loops, conditions, escapes. Kept to what velocityjs can read
 * and evaluate too, since it is measured with them.
 */
export function templateOf(bytes: number): string {
	const head = '#set($root = $input.path(\'$\'))\n{\n\t"requestId": "$context.requestId",\n\t"orders": [\n';
	let text = head;
	for (let i = 0; text.length < bytes - 40; i++) text += order(i);
	return `${text}\t\t{}\n\t]\n}\n`;
}

function order(i: number): string {
	return `		{
			"id": "$!{root.id}-${i}",
			"customer": "$util.escapeJavaScript($root.customer.name)",
			"stage": "$stageVariables.env",
			#set($total = $root.price * ${(i % 9) + 1})
			"total": $total,
			#if($total > 20 && $root.items.size() > 1)
			"discount": true,
			#else
			"discount": false,
			#end
			"lines": [
				#foreach($item in $root.items)
				{ "sku": "$item.sku", "quantity": $item.quantity }#if($foreach.hasNext),#end

				#end
			]
		},
`;
}

export const body = JSON.stringify({
	id: "o-1",
	customer: { name: "Ada O'Neill" },
	price: 7,
	items: [
		{ sku: "a", quantity: 1 },
		{ sku: "b", quantity: 2 },
		{ sku: "c", quantity: 3 },
	],
});
