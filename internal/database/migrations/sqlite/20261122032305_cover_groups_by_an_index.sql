-- +goose Up
-- drop index "figure_node_type_cut_nodes" from table: "figures"
DROP INDEX `figure_node_type_cut_nodes`;
-- drop index "figure_node_type_cut_period" from table: "figures"
DROP INDEX `figure_node_type_cut_period`;
-- create index "figure_node_type_cut_nodes_council_id_committee_id_value_period" to table: "figures"
CREATE INDEX `figure_node_type_cut_nodes_council_id_committee_id_value_period` ON `figures` (`node_type`, `cut`, `nodes`, `council_id`, `committee_id`, `value`, `period`);

-- +goose Down
-- reverse: create index "figure_node_type_cut_nodes_council_id_committee_id_value_period" to table: "figures"
DROP INDEX `figure_node_type_cut_nodes_council_id_committee_id_value_period`;
-- reverse: drop index "figure_node_type_cut_period" from table: "figures"
CREATE INDEX `figure_node_type_cut_period` ON `figures` (`node_type`, `cut`, `period`);
-- reverse: drop index "figure_node_type_cut_nodes" from table: "figures"
CREATE INDEX `figure_node_type_cut_nodes` ON `figures` (`node_type`, `cut`, `nodes`);
