-- +goose Up
-- The marks of a text's council and committee hold its kind (internal/searchtext): a list of a kind reads one list of
-- the index for both. The words stay, and so do their places.
DROP INDEX "search_words_words";
DROP INDEX "search_words_titles";
UPDATE "search_words" AS w
SET "words" = ts_delete(w."words", m.was) || array_to_tsvector(m.becomes), "titles" = ts_delete(w."titles", m.was) || array_to_tsvector(m.becomes)
FROM (
	SELECT s."id", array_agg(l.lexeme) AS was, array_agg('§k' || (s."id" >> 44) || substr(l.lexeme, 2)) AS becomes
	FROM "search_words" AS s, unnest(s."words") AS l
	WHERE l.lexeme LIKE '§c%' OR l.lexeme LIKE '§m%'
	GROUP BY s."id"
) AS m
WHERE m."id" = w."id";
CREATE INDEX "search_words_words" ON "search_words" USING gin ("words");
CREATE INDEX "search_words_titles" ON "search_words" USING gin ("titles");
ANALYZE "search_words";

-- +goose Down
DROP INDEX "search_words_words";
DROP INDEX "search_words_titles";
UPDATE "search_words" AS w
SET "words" = ts_delete(w."words", m.was) || array_to_tsvector(m.becomes), "titles" = ts_delete(w."titles", m.was) || array_to_tsvector(m.becomes)
FROM (
	SELECT s."id", array_agg(l.lexeme) AS was, array_agg('§' || regexp_replace(l.lexeme, '^§k[0-9]+', '')) AS becomes
	FROM "search_words" AS s, unnest(s."words") AS l
	WHERE l.lexeme ~ '^§k[0-9]+[cm]'
	GROUP BY s."id"
) AS m
WHERE m."id" = w."id";
CREATE INDEX "search_words_words" ON "search_words" USING gin ("words");
CREATE INDEX "search_words_titles" ON "search_words" USING gin ("titles");
ANALYZE "search_words";
