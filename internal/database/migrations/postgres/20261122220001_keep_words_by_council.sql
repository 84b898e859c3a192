-- +goose Up
-- The words of a text stand in the index once more as those of its council (internal/searchtext): a search within a council reads
-- one short list of the index. The table is written anew, council by council, so that it holds no dead rows.
CREATE TABLE "search_words_anew" (LIKE "search_words");
INSERT INTO "search_words_anew" ("id", "node_id", "words", "titles")
SELECT w."id", w."node_id", w."words" || coalesce(CASE WHEN t."council_id" <> 0 THEN (
	SELECT array_to_tsvector(array_agg('§' || (w."id" >> 44) || 'c' || (t."council_id" >> 32) || 'x' || (t."council_id" & 4294967295) || '§' || l.lexeme))
	FROM unnest(w."words") AS l WHERE l.lexeme NOT LIKE '§%') END, ''::tsvector), w."titles"
FROM "search_words" AS w LEFT JOIN "search_texts" AS t ON t."id" = w."id"
ORDER BY t."council_id", w."id";
DROP TABLE "search_words";
ALTER TABLE "search_words_anew" RENAME TO "search_words";
ALTER TABLE "search_words" ADD CONSTRAINT "search_words_pkey" PRIMARY KEY ("id");
CREATE INDEX "search_words_words" ON "search_words" USING gin ("words");
CREATE INDEX "search_words_titles" ON "search_words" USING gin ("titles");
ANALYZE "search_words";

-- +goose Down
DROP INDEX "search_words_words";
UPDATE "search_words" AS w SET "words" = ts_delete(w."words", ARRAY(SELECT l.lexeme FROM unnest(w."words") AS l WHERE l.lexeme ~ '^§[0-9]'));
CREATE INDEX "search_words_words" ON "search_words" USING gin ("words");
ANALYZE "search_words";
