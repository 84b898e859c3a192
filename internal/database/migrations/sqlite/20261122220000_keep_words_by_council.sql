-- +goose Up
-- The words of a text stand in the index once more as those of its council (internal/searchtext): a search within a council reads
-- one short list of the index. The index keeps no text, so that the words are read back from it, and it is written anew.
CREATE VIRTUAL TABLE `search_places` USING fts5vocab('search_words', 'instance');
CREATE TABLE `search_columns` (`doc` integer NOT NULL, `col` text NOT NULL, `words` text NOT NULL, PRIMARY KEY (`doc`, `col`)) WITHOUT ROWID;
INSERT INTO `search_columns` SELECT `doc`, `col`, group_concat(`term`, ' ' ORDER BY `offset`) AS `words` FROM `search_places` GROUP BY `doc`, `col`;
DROP TABLE `search_places`;
DROP TABLE `search_words`;
CREATE VIRTUAL TABLE `search_words` USING fts5(title, body, marks, content='', contentless_delete=1, tokenize='ascii');
INSERT INTO `search_words` (`rowid`, `title`, `body`, `marks`)
SELECT t.`id`,
	coalesce((SELECT `words` FROM `search_columns` WHERE `doc` = t.`id` AND `col` = 'title'), ''),
	coalesce((SELECT `words` FROM `search_columns` WHERE `doc` = t.`id` AND `col` = 'body'), ''),
	trim(coalesce((SELECT `words` FROM `search_columns` WHERE `doc` = t.`id` AND `col` = 'marks'), '') || ' ' || coalesce(CASE WHEN t.`council_id` <> 0 THEN (
		SELECT group_concat('§' || (t.`id` >> 44) || 'c' || (t.`council_id` >> 32) || 'x' || (t.`council_id` & 4294967295) || '§' || substr(w.`value`, 1, instr(w.`value`, '/') - 1), ' ' ORDER BY w.`key`)
		FROM json_each('["' || replace(trim(substr(t.`terms`, instr(t.`terms`, ' ') + 1)), ' ', '","') || '"]') AS w WHERE w.`value` <> '') END, ''))
FROM `search_texts` AS t ORDER BY t.`id`;
DROP TABLE `search_columns`;

-- +goose Down
CREATE VIRTUAL TABLE `search_places` USING fts5vocab('search_words', 'instance');
CREATE TABLE `search_columns` (`doc` integer NOT NULL, `col` text NOT NULL, `words` text NOT NULL, PRIMARY KEY (`doc`, `col`)) WITHOUT ROWID;
INSERT INTO `search_columns` SELECT `doc`, `col`, group_concat(`term`, ' ' ORDER BY `offset`) AS `words` FROM `search_places` WHERE `term` NOT GLOB '§[0-9]*' GROUP BY `doc`, `col`;
DROP TABLE `search_places`;
DROP TABLE `search_words`;
CREATE VIRTUAL TABLE `search_words` USING fts5(title, body, marks, content='', contentless_delete=1, tokenize='ascii');
INSERT INTO `search_words` (`rowid`, `title`, `body`, `marks`)
SELECT t.`id`,
	coalesce((SELECT `words` FROM `search_columns` WHERE `doc` = t.`id` AND `col` = 'title'), ''),
	coalesce((SELECT `words` FROM `search_columns` WHERE `doc` = t.`id` AND `col` = 'body'), ''),
	coalesce((SELECT `words` FROM `search_columns` WHERE `doc` = t.`id` AND `col` = 'marks'), '')
FROM `search_texts` AS t ORDER BY t.`id`;
DROP TABLE `search_columns`;
