CREATE TABLE `logins` (
	`sandbox_id` text NOT NULL,
	`holder` text NOT NULL,
	`device` text NOT NULL,
	`id_hash` blob NOT NULL,
	`name` text NOT NULL,
	`started_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`sandbox_id`, `holder`, `device`)
);
