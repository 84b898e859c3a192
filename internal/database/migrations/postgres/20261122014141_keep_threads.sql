-- +goose Up
-- modify "agenda_items" table
ALTER TABLE "agenda_items" ADD COLUMN "issue_by" character varying NULL COLLATE "C", ADD COLUMN "outcome" character varying NULL COLLATE "C", ADD COLUMN "own_issue_key" character varying NULL COLLATE "C", ADD COLUMN "own_issue_by" character varying NULL COLLATE "C", ADD COLUMN "title_key" character varying NOT NULL DEFAULT '' COLLATE "C", ADD COLUMN "thread_sort" character varying NOT NULL DEFAULT '' COLLATE "C";
-- create index "agendaitem_council_id_title_key" to table: "agenda_items"
CREATE INDEX "agendaitem_council_id_title_key" ON "agenda_items" ("council_id", "title_key");
-- create index "agendaitem_issue_by" to table: "agenda_items"
CREATE INDEX "agendaitem_issue_by" ON "agenda_items" ("issue_by");
-- create index "agendaitem_issue_id_thread_sort" to table: "agenda_items"
CREATE INDEX "agendaitem_issue_id_thread_sort" ON "agenda_items" ("issue_id", "thread_sort");
-- create index "agendaitem_outcome_date_desc" to table: "agenda_items"
CREATE INDEX "agendaitem_outcome_date_desc" ON "agenda_items" ("outcome", "date_desc");
-- create index "agendaitem_thread_sort" to table: "agenda_items"
CREATE INDEX "agendaitem_thread_sort" ON "agenda_items" ("thread_sort");
-- modify "issues" table
ALTER TABLE "issues" ADD COLUMN "inferred" boolean NOT NULL DEFAULT false;
-- create index "issue_inferred" to table: "issues"
CREATE INDEX "issue_inferred" ON "issues" ("inferred");
-- modify "references" table
ALTER TABLE "references" ADD COLUMN "resolved_by" character varying NULL COLLATE "C", ADD COLUMN "target_document_id" bigint NULL, ADD CONSTRAINT "references_documents_target_document" FOREIGN KEY ("target_document_id") REFERENCES "documents" ("id") ON UPDATE NO ACTION ON DELETE SET NULL;
-- create index "reference_council_id_date" to table: "references"
CREATE INDEX "reference_council_id_date" ON "references" ("council_id", "date");
-- create index "reference_council_id_number" to table: "references"
CREATE INDEX "reference_council_id_number" ON "references" ("council_id", "number");
-- create index "reference_resolved_by" to table: "references"
CREATE INDEX "reference_resolved_by" ON "references" ("resolved_by");
-- create index "reference_target_document_id" to table: "references"
CREATE INDEX "reference_target_document_id" ON "references" ("target_document_id");

-- +goose Down
-- reverse: create index "reference_target_document_id" to table: "references"
DROP INDEX "reference_target_document_id";
-- reverse: create index "reference_resolved_by" to table: "references"
DROP INDEX "reference_resolved_by";
-- reverse: create index "reference_council_id_number" to table: "references"
DROP INDEX "reference_council_id_number";
-- reverse: create index "reference_council_id_date" to table: "references"
DROP INDEX "reference_council_id_date";
-- reverse: modify "references" table
ALTER TABLE "references" DROP CONSTRAINT "references_documents_target_document", DROP COLUMN "target_document_id", DROP COLUMN "resolved_by";
-- reverse: create index "issue_inferred" to table: "issues"
DROP INDEX "issue_inferred";
-- reverse: modify "issues" table
ALTER TABLE "issues" DROP COLUMN "inferred";
-- reverse: create index "agendaitem_thread_sort" to table: "agenda_items"
DROP INDEX "agendaitem_thread_sort";
-- reverse: create index "agendaitem_outcome_date_desc" to table: "agenda_items"
DROP INDEX "agendaitem_outcome_date_desc";
-- reverse: create index "agendaitem_issue_id_thread_sort" to table: "agenda_items"
DROP INDEX "agendaitem_issue_id_thread_sort";
-- reverse: create index "agendaitem_issue_by" to table: "agenda_items"
DROP INDEX "agendaitem_issue_by";
-- reverse: create index "agendaitem_council_id_title_key" to table: "agenda_items"
DROP INDEX "agendaitem_council_id_title_key";
-- reverse: modify "agenda_items" table
ALTER TABLE "agenda_items" DROP COLUMN "thread_sort", DROP COLUMN "title_key", DROP COLUMN "own_issue_by", DROP COLUMN "own_issue_key", DROP COLUMN "outcome", DROP COLUMN "issue_by";
