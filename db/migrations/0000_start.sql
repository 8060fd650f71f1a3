CREATE TABLE `events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`sandbox_id` text NOT NULL,
	`kind` text NOT NULL,
	`order_id` text,
	`trace_id` text,
	`data` text NOT NULL,
	`size` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `events_of_sandbox` ON `events` (`sandbox_id`,`id`);--> statement-breakpoint
CREATE INDEX `events_of_order` ON `events` (`order_id`);--> statement-breakpoint
CREATE INDEX `spans_of_trace` ON `events` (`sandbox_id`,`trace_id`) WHERE "events"."kind" = 'spans';--> statement-breakpoint
CREATE TABLE `replies` (
	`sandbox_id` text NOT NULL,
	`key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`status` integer NOT NULL,
	`headers` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`sandbox_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `replies_by_age` ON `replies` (`created_at`);--> statement-breakpoint
CREATE TABLE `tickets` (
	`sandbox_id` text NOT NULL,
	`webhook_id` text NOT NULL,
	`order_id` text NOT NULL,
	`lines` text NOT NULL,
	`note` text,
	`printed_at` integer NOT NULL,
	PRIMARY KEY(`sandbox_id`, `webhook_id`)
);
--> statement-breakpoint
CREATE TABLE `arrivals` (
	`address` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`resets_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `rate_limits` (
	`sandbox_id` text NOT NULL,
	`name` text NOT NULL,
	`count` integer NOT NULL,
	`resets_at` integer NOT NULL,
	PRIMARY KEY(`sandbox_id`, `name`)
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`sandbox_id` text NOT NULL,
	`kind` text NOT NULL,
	`order_id` text NOT NULL,
	`payload` text NOT NULL,
	`traceparent` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`due_at` integer NOT NULL,
	`delivered_at` integer
);
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`due_at`) WHERE "outbox"."delivered_at" is null;--> statement-breakpoint
CREATE INDEX `outbox_of_sandbox` ON `outbox` (`sandbox_id`);--> statement-breakpoint
CREATE TABLE `order_lines` (
	`sandbox_id` text NOT NULL,
	`order_id` text NOT NULL,
	`position` integer NOT NULL,
	`dish` text NOT NULL,
	`name` text NOT NULL,
	`quantity` integer NOT NULL,
	`price_minor` integer NOT NULL,
	PRIMARY KEY(`order_id`, `position`),
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`dish`) REFERENCES `dishes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `orders` (
	`id` text PRIMARY KEY NOT NULL,
	`sandbox_id` text NOT NULL,
	`restaurant` text NOT NULL,
	`status` text NOT NULL,
	`subtotal_minor` integer NOT NULL,
	`delivery_fee_minor` integer NOT NULL,
	`total_minor` integer NOT NULL,
	`note` text,
	`placed_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`sandbox_id`) REFERENCES `sandboxes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`restaurant`) REFERENCES `restaurants`(`slug`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `orders_newest` ON `orders` (`sandbox_id`,`placed_at`,`id`);--> statement-breakpoint
CREATE TABLE `dishes` (
	`id` text PRIMARY KEY NOT NULL,
	`restaurant` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`price_minor` integer NOT NULL,
	`allergens` text NOT NULL,
	`picture` text NOT NULL,
	`portions` integer NOT NULL,
	FOREIGN KEY (`restaurant`) REFERENCES `restaurants`(`slug`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `dishes_by_restaurant` ON `dishes` (`restaurant`);--> statement-breakpoint
CREATE TABLE `portions` (
	`sandbox_id` text NOT NULL,
	`dish` text NOT NULL,
	`left` integer NOT NULL,
	PRIMARY KEY(`sandbox_id`, `dish`),
	FOREIGN KEY (`dish`) REFERENCES `dishes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `restaurants` (
	`slug` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`cuisine` text NOT NULL,
	`description` text NOT NULL,
	`time_zone` text NOT NULL,
	`opens` text,
	`closes` text,
	`address` text NOT NULL,
	`latitude` real NOT NULL,
	`longitude` real NOT NULL,
	`distance_km` real NOT NULL,
	`minutes_from` integer NOT NULL,
	`minutes_to` integer NOT NULL,
	`delivery_fee_minor` integer NOT NULL,
	`picture` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sandboxes` (
	`id` text PRIMARY KEY NOT NULL,
	`autopilot` integer NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`orders_left` integer NOT NULL,
	`rows_left` integer NOT NULL,
	`bytes_left` integer NOT NULL,
	CONSTRAINT "quota_orders" CHECK("sandboxes"."orders_left" >= 0),
	CONSTRAINT "quota_rows" CHECK("sandboxes"."rows_left" >= 0),
	CONSTRAINT "quota_bytes" CHECK("sandboxes"."bytes_left" >= 0)
);
--> statement-breakpoint
CREATE INDEX `sandboxes_by_expiry` ON `sandboxes` (`expires_at`);--> statement-breakpoint
CREATE TABLE `code_regions` (
	`hash` text PRIMARY KEY NOT NULL,
	`file` text NOT NULL,
	`function` text NOT NULL,
	`line` integer NOT NULL,
	`end_line` integer NOT NULL,
	`source` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `facts` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `traces` (
	`sandbox_id` text NOT NULL,
	`trace_id` text NOT NULL,
	`spans` integer NOT NULL,
	`bytes` integer NOT NULL,
	`left_out` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`sandbox_id`, `trace_id`)
);
--> statement-breakpoint
CREATE INDEX `traces_newest` ON `traces` (`sandbox_id`,`created_at`);