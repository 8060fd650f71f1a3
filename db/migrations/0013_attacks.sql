CREATE TABLE `forgeries` (
	`sandbox_id` text NOT NULL,
	`door` text NOT NULL,
	`id` text NOT NULL,
	`session_hash` text NOT NULL,
	`set_up_at` integer NOT NULL,
	`arrived` text,
	`email` text,
	`trace_id` text,
	PRIMARY KEY(`sandbox_id`, `door`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `forgeries_id_unique` ON `forgeries` (`id`);