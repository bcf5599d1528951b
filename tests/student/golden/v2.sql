-- A student file of schema version 2, as that program made it. It must open for ever.
PRAGMA application_id = 1128551284;
PRAGMA user_version = 2;
BEGIN;
CREATE TABLE about (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            min_reader INTEGER NOT NULL,
            checksum INTEGER
        ) STRICT;
INSERT INTO "about" VALUES(1,2,931076211);
CREATE TABLE answer (
            question_id TEXT PRIMARY KEY NOT NULL,
            points INTEGER NOT NULL CHECK (points BETWEEN 1 AND 5),
            changed_at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
INSERT INTO "answer" VALUES('fix-a-bicycle',5,'2026-11-26T13:59:32+00:00');
INSERT INTO "answer" VALUES('write-a-story',1,'2026-11-26T13:59:32+00:00');
CREATE TABLE preference (
            key TEXT PRIMARY KEY NOT NULL,
            value TEXT NOT NULL
        ) STRICT;
INSERT INTO "preference" VALUES('language','ms');
CREATE TABLE revision (
            place TEXT PRIMARY KEY NOT NULL,
            saves INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
INSERT INTO "revision" VALUES('here',1);
CREATE TABLE shortlist (
            role_id TEXT PRIMARY KEY NOT NULL,
            position INTEGER NOT NULL,
            title_en TEXT NOT NULL,
            title_ms TEXT NOT NULL,
            note TEXT NOT NULL DEFAULT '',
            why TEXT NOT NULL DEFAULT '',
            added_at TEXT NOT NULL
        ) STRICT;
INSERT INTO "shortlist" VALUES('mlops-engineer',0,'MLOps Engineer','Jurutera MLOps','Ask at the fair; it''s on Friday.
Bring results.','','2026-11-21T02:04:43+00:00');
INSERT INTO "shortlist" VALUES('nurse',1,'Nurse','Jururawat','','Saya suka membantu orang 🙂','2026-11-21T02:04:43+00:00');
CREATE TABLE skill_mark (
            skill_id TEXT PRIMARY KEY NOT NULL,
            name_en TEXT NOT NULL,
            name_ms TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('not_yet', 'learning', 'have')),
            proof TEXT NOT NULL DEFAULT '',
            changed_at TEXT NOT NULL
        ) STRICT;
INSERT INTO "skill_mark" VALUES('python','Python programming','Pengaturcaraan Python','have','Robot club, Form 4','2026-11-21T02:04:43+00:00');
INSERT INTO "skill_mark" VALUES('statistics','Statistics','Statistik','learning','','2026-11-21T02:04:43+00:00');
INSERT INTO "skill_mark" VALUES('teamwork','Working in a team','Kerja berpasukan','not_yet','','2026-11-21T02:04:43+00:00');
COMMIT;
