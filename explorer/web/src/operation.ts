/** What one tab holds: a document, its variables as JSON text, and which of its operations is meant. */
export interface Operation {
  query: string;
  variables?: string;
  operationName?: string;
}
