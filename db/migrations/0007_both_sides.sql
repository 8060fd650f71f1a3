CREATE TABLE `deliveries` (
	`order_id` text PRIMARY KEY NOT NULL,
	`sandbox_id` text NOT NULL,
	`courier` text NOT NULL,
	`distance_m` integer NOT NULL,
	`travel_ms` integer NOT NULL,
	`offered_at` integer NOT NULL,
	`accepted_at` integer,
	`collected_at` integer,
	`delivered_at` integer,
	`withdrawn_at` integer,
	`autopilot_at` integer,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `deliveries_of_sandbox` ON `deliveries` (`sandbox_id`,`offered_at`);--> statement-breakpoint
CREATE INDEX `deliveries_due` ON `deliveries` (`autopilot_at`) WHERE "deliveries"."autopilot_at" is not null;--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`sandbox_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`kind` text NOT NULL,
	`part` text NOT NULL,
	`seats` integer NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_code_hash_unique` ON `invitations` (`code_hash`);--> statement-breakpoint
CREATE INDEX `invitations_of_sandbox` ON `invitations` (`sandbox_id`);--> statement-breakpoint
CREATE TABLE `members` (
	`id` text PRIMARY KEY NOT NULL,
	`sandbox_id` text NOT NULL,
	`invitation` text NOT NULL,
	`part` text NOT NULL,
	`name` text,
	`joined_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `members_of_sandbox` ON `members` (`sandbox_id`);--> statement-breakpoint
CREATE TABLE `shifts` (
	`sandbox_id` text NOT NULL,
	`part` text NOT NULL,
	`until` integer NOT NULL,
	PRIMARY KEY(`sandbox_id`, `part`)
);
--> statement-breakpoint
ALTER TABLE `orders` ADD `distance_m` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `orders` ADD `autopilot_at` integer;--> statement-breakpoint
ALTER TABLE `orders` ADD `member_id` text;--> statement-breakpoint
ALTER TABLE `orders` ADD `guest_name` text;--> statement-breakpoint
CREATE INDEX `orders_due` ON `orders` (`autopilot_at`) WHERE "orders"."autopilot_at" is not null;