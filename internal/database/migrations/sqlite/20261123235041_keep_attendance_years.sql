-- +goose Up
-- create "attendance_years" table
CREATE TABLE `attendance_years` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `council_id` integer NOT NULL, `committee_id` integer NOT NULL DEFAULT (0), `year` text NOT NULL DEFAULT (''), `person_id` integer NOT NULL, `expected` integer NOT NULL DEFAULT (0), `present` integer NOT NULL DEFAULT (0), `late` integer NOT NULL DEFAULT (0), `apologies` integer NOT NULL DEFAULT (0), `absent` integer NOT NULL DEFAULT (0), `substitute` integer NOT NULL DEFAULT (0), `in_attendance` integer NOT NULL DEFAULT (0), `unrecorded` integer NOT NULL DEFAULT (0));
-- set sequence for "attendance_years" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("attendance_years", 184683593728);
-- what is kept of the meetings that the store has: one row for each person, committee and year
INSERT INTO attendance_years (council_id, committee_id, year, person_id, expected, present, late, apologies, absent, substitute, in_attendance, unrecorded)
SELECT council_id, committee_id, year, person_id,
	SUM(CASE WHEN counts IN ('late', 'present', 'apologies', 'absent') THEN 1 ELSE 0 END), SUM(CASE WHEN counts IN ('late', 'present') THEN 1 ELSE 0 END),
	SUM(CASE WHEN counts = 'late' THEN 1 ELSE 0 END), SUM(CASE WHEN counts = 'apologies' THEN 1 ELSE 0 END), SUM(CASE WHEN counts = 'absent' THEN 1 ELSE 0 END),
	SUM(CASE WHEN counts = 'substitute' THEN 1 ELSE 0 END), SUM(CASE WHEN counts = 'in_attendance' THEN 1 ELSE 0 END),
	SUM(CASE WHEN counts = 'unrecorded' THEN 1 ELSE 0 END)
FROM (
	SELECT council_id, committee_id, year, person_id,
		CASE WHEN there = 1 AND (excused = 1 OR missing = 1) THEN 'unrecorded' WHEN late = 1 THEN 'late' WHEN there = 1 THEN 'present'
			WHEN standing_in = 1 THEN 'substitute' WHEN excused = 1 THEN 'apologies' WHEN missing = 1 THEN 'absent' WHEN visiting = 1 THEN 'in_attendance'
			ELSE 'unrecorded' END AS counts
	FROM (
		SELECT m.council_id, COALESCE(m.committee_id, 0) AS committee_id, COALESCE(substr(m.date, 1, 4), '') AS year, a.person_id,
			MAX(CASE WHEN a.status IN ('PRESENT', 'LATE') THEN 1 ELSE 0 END) AS there, MAX(CASE WHEN a.status = 'LATE' THEN 1 ELSE 0 END) AS late,
			MAX(CASE WHEN a.status = 'APOLOGIES' THEN 1 ELSE 0 END) AS excused, MAX(CASE WHEN a.status = 'ABSENT' THEN 1 ELSE 0 END) AS missing,
			MAX(CASE WHEN a.status = 'SUBSTITUTE' THEN 1 ELSE 0 END) AS standing_in, MAX(CASE WHEN a.status = 'IN_ATTENDANCE' THEN 1 ELSE 0 END) AS visiting
		FROM attendances a JOIN meetings m ON m.id = a.meeting_id
		WHERE a.person_id IS NOT NULL AND (m.status IS NULL OR m.status NOT IN ('CANCELLED', 'POSTPONED'))
		GROUP BY a.person_id, a.meeting_id, m.council_id, m.committee_id, m.date
	) AS listed
) AS counted
GROUP BY council_id, committee_id, year, person_id;
-- create index "attendanceyear_council_id_committee_id_year_person_id" to table: "attendance_years"
CREATE UNIQUE INDEX `attendanceyear_council_id_committee_id_year_person_id` ON `attendance_years` (`council_id`, `committee_id`, `year`, `person_id`);
-- create index "attendanceyear_person_id" to table: "attendance_years"
CREATE INDEX `attendanceyear_person_id` ON `attendance_years` (`person_id`);

-- +goose Down
-- reverse: create index "attendanceyear_person_id" to table: "attendance_years"
DROP INDEX `attendanceyear_person_id`;
-- reverse: create index "attendanceyear_council_id_committee_id_year_person_id" to table: "attendance_years"
DROP INDEX `attendanceyear_council_id_committee_id_year_person_id`;
-- reverse: set sequence for "attendance_years" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "attendance_years";
-- reverse: create "attendance_years" table
DROP TABLE `attendance_years`;
