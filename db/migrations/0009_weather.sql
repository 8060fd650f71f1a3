CREATE TABLE `breakers` (
	`service` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`retry_at` integer NOT NULL,
	`count` integer NOT NULL,
	`resets_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `weather` (
	`place` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`observation` text NOT NULL,
	`fetched_at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `deliveries` ADD `sky` text;