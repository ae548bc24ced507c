CREATE TABLE `agenda_items` (
	`meeting_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`body` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`meeting_id`, `position`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `consultations` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text,
	`district` text,
	`consulted_on` text NOT NULL,
	`asked_by` text NOT NULL,
	`method` text NOT NULL,
	`content` text NOT NULL,
	`field` text NOT NULL,
	`question` text DEFAULT '' NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`referred_to` text,
	`referred_on` text,
	`acknowledged_on` text,
	`state` text NOT NULL,
	`next_step` text DEFAULT '' NOT NULL,
	`next_step_on` text,
	`next_step_done_on` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `consultations_person` ON `consultations` (`person_id`,`consulted_on`);--> statement-breakpoint
CREATE INDEX `consultations_day` ON `consultations` (`consulted_on`);--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`district` text,
	`held_on` text NOT NULL,
	`starts_at` text NOT NULL,
	`ends_at` text NOT NULL,
	`place` text NOT NULL,
	`attendees` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `meetings_day` ON `meetings` (`held_on`);--> statement-breakpoint
CREATE TABLE `visit_signs` (
	`visit_id` text NOT NULL,
	`sign` text NOT NULL,
	PRIMARY KEY(`visit_id`, `sign`),
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `visits` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`visited_on` text NOT NULL,
	`visited_at_time` text,
	`method` text NOT NULL,
	`result` text NOT NULL,
	`visitor_id` text,
	`note` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`visitor_id`) REFERENCES `supporters`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `visits_person` ON `visits` (`person_id`,`visited_on`,`result`);--> statement-breakpoint
CREATE INDEX `visits_day` ON `visits` (`visited_on`);--> statement-breakpoint
CREATE TABLE `consents` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`status` text NOT NULL,
	`decided_on` text,
	`method` text,
	`scope` text DEFAULT '[]' NOT NULL,
	`document_number` text DEFAULT '' NOT NULL,
	`recorded_on` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `consents_person` ON `consents` (`person_id`,`position`);--> statement-breakpoint
CREATE TABLE `emergency_contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`relation` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `emergency_contacts_person` ON `emergency_contacts` (`person_id`,`position`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`register_number` integer NOT NULL,
	`name` text NOT NULL,
	`kana` text DEFAULT '' NOT NULL,
	`sex` text,
	`birth_on` text,
	`district` text,
	`neighbourhood` text DEFAULT '' NOT NULL,
	`postal_code` text DEFAULT '' NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	`building` text DEFAULT '' NOT NULL,
	`wing` text DEFAULT '' NOT NULL,
	`room` text DEFAULT '' NOT NULL,
	`has_auto_lock` integer DEFAULT false NOT NULL,
	`access_note` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`mobile` text DEFAULT '' NOT NULL,
	`household` text,
	`care_level` text,
	`dementia_level` text,
	`daily_living_level` text,
	`handbook_physical` text,
	`handbook_intellectual` text,
	`handbook_mental` text,
	`eligibility` text,
	`residence` text,
	`watch_type` text,
	`frequency` text,
	`volunteer_id` text,
	`commissioner_id` text,
	`watch_started_on` text,
	`watch_ended_on` text,
	`end_reason` text,
	`end_note` text DEFAULT '' NOT NULL,
	`last_seen_before_on` text,
	`note` text DEFAULT '' NOT NULL,
	`search_text` text NOT NULL,
	`kana_key` text NOT NULL,
	`round_key` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`volunteer_id`) REFERENCES `supporters`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`commissioner_id`) REFERENCES `supporters`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `people_register_number_unique` ON `people` (`register_number`);--> statement-breakpoint
CREATE INDEX `people_kana_key` ON `people` (`kana_key`);--> statement-breakpoint
CREATE INDEX `people_watch` ON `people` (`watch_started_on`,`watch_ended_on`);--> statement-breakpoint
CREATE TABLE `supporters` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`district` text,
	`phone` text DEFAULT '' NOT NULL,
	`is_active` integer DEFAULT true NOT NULL,
	`created_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `audit_trail` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`operation` text NOT NULL,
	`subject_id` text,
	`detail` text DEFAULT '{}' NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_trail_subject` ON `audit_trail` (`subject_id`);--> statement-breakpoint
CREATE TRIGGER `audit_trail_keeps_rows` BEFORE DELETE ON `audit_trail` BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_trail_keeps_words` BEFORE UPDATE ON `audit_trail` BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
--> statement-breakpoint
CREATE TABLE `codes` (
	`list` text NOT NULL,
	`code` text NOT NULL,
	`label` text NOT NULL,
	`position` integer NOT NULL,
	`is_retired` integer DEFAULT false NOT NULL,
	`attributes` text DEFAULT '{}' NOT NULL,
	`synonyms` text DEFAULT '[]' NOT NULL,
	PRIMARY KEY(`list`, `code`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `import_mappings` (
	`heading` text PRIMARY KEY NOT NULL,
	`mapping` text NOT NULL,
	`used_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `issued_papers` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`title` text NOT NULL,
	`copy_number` integer,
	`recipient` text NOT NULL,
	`purpose` text NOT NULL,
	`issued_at` text NOT NULL,
	`actor` text NOT NULL,
	`settled_as` text,
	`settled_on` text,
	`settled_by` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `issued_papers_subject` ON `issued_papers` (`kind`,`subject_id`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `drafts` (
	`key` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`saved_at` text NOT NULL
) STRICT;

--> statement-breakpoint
CREATE TABLE `retention_holds` (
	`person_id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`held_by` text NOT NULL,
	`held_on` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE TABLE `disposals` (
	`id` text PRIMARY KEY NOT NULL,
	`certificate_number` integer NOT NULL,
	`person_id` text NOT NULL,
	`register_number` integer NOT NULL,
	`basis` text NOT NULL,
	`watch_ended_on` text NOT NULL,
	`kept_until` text NOT NULL,
	`counts` text NOT NULL,
	`disposed_at` text NOT NULL,
	`disposed_on` text NOT NULL,
	`actor` text NOT NULL,
	`backups_gone_by` text,
	`copied_on` text,
	`residue_cleared_at` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `disposals_person` ON `disposals` (`person_id`);
--> statement-breakpoint
CREATE TABLE `closed_months` (
	`month` text PRIMARY KEY NOT NULL,
	`closed_at` text NOT NULL,
	`closed_on` text NOT NULL,
	`closed_by` text NOT NULL,
	`counts` text NOT NULL,
	`plain` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `counted_events` (
	`kind` text NOT NULL,
	`record_id` text NOT NULL,
	`month` text NOT NULL,
	PRIMARY KEY(`kind`, `record_id`),
	FOREIGN KEY (`month`) REFERENCES `closed_months`(`month`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE TABLE `closed_counts` (
	`month` text NOT NULL,
	`source` text NOT NULL,
	`definition` text NOT NULL,
	`records` text NOT NULL,
	PRIMARY KEY(`month`, `source`),
	FOREIGN KEY (`month`) REFERENCES `closed_months`(`month`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE TABLE `publications` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`month` text NOT NULL,
	`profile` text NOT NULL,
	`recipient` text NOT NULL,
	`purpose` text NOT NULL,
	`published_at` text NOT NULL,
	`published_on` text NOT NULL,
	`actor` text NOT NULL,
	`report` text NOT NULL,
	`figures` text NOT NULL,
	`files` text NOT NULL,
	`record` blob NOT NULL,
	`record_hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `publications_number_unique` ON `publications` (`number`);--> statement-breakpoint
CREATE TABLE `publication_head` (
	`id` integer PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`count` integer NOT NULL,
	`month` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TRIGGER `closed_months_keeps_rows` BEFORE DELETE ON `closed_months` BEGIN SELECT RAISE(ABORT, 'closed months and publications are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `closed_months_keeps_words` BEFORE UPDATE ON `closed_months` BEGIN SELECT RAISE(ABORT, 'closed months and publications are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `counted_events_keeps_rows` BEFORE DELETE ON `counted_events` BEGIN SELECT RAISE(ABORT, 'closed months and publications are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `counted_events_keeps_words` BEFORE UPDATE ON `counted_events` BEGIN SELECT RAISE(ABORT, 'closed months and publications are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `closed_counts_keeps_rows` BEFORE DELETE ON `closed_counts` BEGIN SELECT RAISE(ABORT, 'closed months and publications are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `closed_counts_keeps_words` BEFORE UPDATE ON `closed_counts` BEGIN SELECT RAISE(ABORT, 'closed months and publications are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `publications_keeps_rows` BEFORE DELETE ON `publications` BEGIN SELECT RAISE(ABORT, 'closed months and publications are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `publications_keeps_words` BEFORE UPDATE ON `publications` BEGIN SELECT RAISE(ABORT, 'closed months and publications are append-only'); END;
--> statement-breakpoint
CREATE TABLE `profile_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`profile` text NOT NULL,
	`k` integer NOT NULL,
	`decided_by` text NOT NULL,
	`decided_on` text NOT NULL,
	`reason` text NOT NULL,
	`recorded_at` text NOT NULL,
	`actor` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TRIGGER `profile_decisions_keeps_rows` BEFORE DELETE ON `profile_decisions` BEGIN SELECT RAISE(ABORT, 'closed months and publications are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `profile_decisions_keeps_words` BEFORE UPDATE ON `profile_decisions` BEGIN SELECT RAISE(ABORT, 'closed months and publications are append-only'); END;
--> statement-breakpoint
CREATE TABLE `settled_publications` (
	`mark` text PRIMARY KEY NOT NULL,
	`month` text,
	`standing` text NOT NULL,
	`reason` text NOT NULL,
	`settled_at` text NOT NULL,
	`settled_on` text NOT NULL,
	`actor` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TRIGGER `settled_publications_keeps_rows` BEFORE DELETE ON `settled_publications` BEGIN SELECT RAISE(ABORT, 'closed months and publications are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `settled_publications_keeps_words` BEFORE UPDATE ON `settled_publications` BEGIN SELECT RAISE(ABORT, 'closed months and publications are append-only'); END;
