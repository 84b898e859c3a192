-- +goose Up
-- What is searched: one row for each node that can be found. The number holds its kind, its day and a hash of
-- its key (internal/searchtext), the terms how often each word stands in it. Both tables are kept by
-- ingest/load; ent knows neither.
CREATE TABLE `search_texts` (`id` integer NOT NULL PRIMARY KEY, `node_id` integer NOT NULL, `council_id` integer NOT NULL, `digest` integer NOT NULL, `terms` text NOT NULL);
CREATE UNIQUE INDEX `search_texts_node_id` ON `search_texts` (`node_id`);
-- The index of the words, by the same number. It keeps no text: snippets are made of the nodes' own.
CREATE VIRTUAL TABLE `search_words` USING fts5(title, body, marks, content='', contentless_delete=1, tokenize='ascii');
-- By which rules the index was made: one row, none before the first text.
CREATE TABLE `search_rules` (`version` integer NOT NULL PRIMARY KEY);

-- +goose Down
DROP TABLE `search_rules`;
DROP TABLE `search_words`;
DROP TABLE `search_texts`;
