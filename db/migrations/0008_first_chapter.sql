CREATE TABLE `reviews` (
	`sandbox_id` text NOT NULL,
	`dish` text NOT NULL,
	`text` text NOT NULL,
	`written_at` integer NOT NULL,
	PRIMARY KEY(`sandbox_id`, `dish`),
	FOREIGN KEY (`dish`) REFERENCES `dishes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `sign_ins` (
	`sandbox_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`signed_in_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `tallies` (
	`sandbox_id` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL
);
