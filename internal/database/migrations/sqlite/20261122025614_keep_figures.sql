-- +goose Up
-- create "figures" table
CREATE TABLE `figures` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `node_type` text NOT NULL, `cut` text NOT NULL DEFAULT (''), `council_id` integer NOT NULL DEFAULT (0), `committee_id` integer NOT NULL DEFAULT (0), `value` text NOT NULL DEFAULT (''), `period` text NOT NULL DEFAULT (''), `nodes` integer NOT NULL DEFAULT (0));
-- set sequence for "figures" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("figures", 150323855360);
-- create index "figure_node_type_cut_council_id_committee_id_value_period" to table: "figures"
CREATE UNIQUE INDEX `figure_node_type_cut_council_id_committee_id_value_period` ON `figures` (`node_type`, `cut`, `council_id`, `committee_id`, `value`, `period`);
-- create index "figure_node_type_cut_nodes" to table: "figures"
CREATE INDEX `figure_node_type_cut_nodes` ON `figures` (`node_type`, `cut`, `nodes`);
-- create index "figure_node_type_cut_period" to table: "figures"
CREATE INDEX `figure_node_type_cut_period` ON `figures` (`node_type`, `cut`, `period`);

-- +goose Down
-- reverse: create index "figure_node_type_cut_period" to table: "figures"
DROP INDEX `figure_node_type_cut_period`;
-- reverse: create index "figure_node_type_cut_nodes" to table: "figures"
DROP INDEX `figure_node_type_cut_nodes`;
-- reverse: create index "figure_node_type_cut_council_id_committee_id_value_period" to table: "figures"
DROP INDEX `figure_node_type_cut_council_id_committee_id_value_period`;
-- reverse: set sequence for "figures" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "figures";
-- reverse: create "figures" table
DROP TABLE `figures`;
