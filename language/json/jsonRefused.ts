/** A text that even this reader refuses; the message is json-smart's. */
export class JsonRefused extends Error {}
