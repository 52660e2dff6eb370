/** An exception of the Java that the reference runs on, which ends the rendering. */
export class JavaException extends Error {
	readonly javaClass: string;
	constructor(javaClass: string, message: string) {
		super(message);
		this.javaClass = javaClass;
	}
}

export const indexOutOfBounds = (index: number, length: number) =>
	new JavaException("java.lang.IndexOutOfBoundsException", `Index ${index} out of bounds for length ${length}`);

export const stringIndexOutOfBounds = (message: string) =>
	new JavaException("java.lang.StringIndexOutOfBoundsException", message);

export const numberFormat = (text: string) =>
	new JavaException("java.lang.NumberFormatException", `For input string: "${text}"`);

export const unsupported = () => new JavaException("java.lang.UnsupportedOperationException", "");

export const concurrentModification = () => new JavaException("java.util.ConcurrentModificationException", "");

export const noSuchElement = () => new JavaException("java.util.NoSuchElementException", "");

export const illegalArgument = (message: string) => new JavaException("java.lang.IllegalArgumentException", message);

export const arithmetic = (message: string) => new JavaException("java.lang.ArithmeticException", message);

export const nullPointer = () => new JavaException("java.lang.NullPointerException", "");

export const classCast = (from: string, to: string) =>
	new JavaException("java.lang.ClassCastException", `class ${from} cannot be cast to class ${to}`);

export const stackOverflow = () => new JavaException("java.lang.StackOverflowError", "");
