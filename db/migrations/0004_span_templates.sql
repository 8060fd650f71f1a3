CREATE TABLE `span_templates` (
	`id` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL
);
