-- +goose Up
-- What is searched: one row for each node that can be found. The number holds its kind, its day and a hash of
-- its key (internal/searchtext), the terms how often each word stands in it. Both tables are kept by
-- ingest/load; ent knows neither.
CREATE TABLE "search_texts" ("id" bigint NOT NULL PRIMARY KEY, "node_id" bigint NOT NULL, "council_id" bigint NOT NULL, "digest" bigint NOT NULL, "terms" text COLLATE "C" NOT NULL);
CREATE UNIQUE INDEX "search_texts_node_id" ON "search_texts" ("node_id");
-- The index of the words, by the same number: those of title and body, and those of the title alone.
CREATE TABLE "search_words" ("id" bigint NOT NULL PRIMARY KEY, "node_id" bigint NOT NULL, "words" tsvector NOT NULL, "titles" tsvector NOT NULL);
CREATE INDEX "search_words_words" ON "search_words" USING gin ("words");
CREATE INDEX "search_words_titles" ON "search_words" USING gin ("titles");
-- By which rules the index was made: one row, none before the first text.
CREATE TABLE "search_rules" ("version" bigint NOT NULL PRIMARY KEY);

-- +goose Down
DROP TABLE "search_rules";
DROP TABLE "search_words";
DROP TABLE "search_texts";
