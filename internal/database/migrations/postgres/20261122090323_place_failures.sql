-- +goose Up
-- modify "failures" table
ALTER TABLE "failures" ADD COLUMN "date" character varying NULL COLLATE "C", ADD COLUMN "committee_id" bigint NULL, ADD CONSTRAINT "failures_committees_committee" FOREIGN KEY ("committee_id") REFERENCES "committees" ("id") ON UPDATE NO ACTION ON DELETE SET NULL;
-- create index "failure_committee_id_id" to table: "failures"
CREATE INDEX "failure_committee_id_id" ON "failures" ("committee_id", "id");
-- create index "failure_date" to table: "failures"
CREATE INDEX "failure_date" ON "failures" ("date");

-- +goose Down
-- reverse: create index "failure_date" to table: "failures"
DROP INDEX "failure_date";
-- reverse: create index "failure_committee_id_id" to table: "failures"
DROP INDEX "failure_committee_id_id";
-- reverse: modify "failures" table
ALTER TABLE "failures" DROP CONSTRAINT "failures_committees_committee", DROP COLUMN "committee_id", DROP COLUMN "date";
