CREATE TABLE `row_changes` (
	`id` integer PRIMARY KEY NOT NULL,
	`table_name` text NOT NULL,
	`before` text,
	`after` text
);
