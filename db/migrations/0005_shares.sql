CREATE TABLE `shared_traces` (
	`id` text PRIMARY KEY NOT NULL,
	`sandbox_id` text NOT NULL,
	`copy_of` text NOT NULL,
	`body` blob NOT NULL,
	`bytes` integer NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `shares_of_sandbox` ON `shared_traces` (`sandbox_id`,`bytes`);--> statement-breakpoint
CREATE INDEX `shares_by_age` ON `shared_traces` (`seen_at`,`bytes`);